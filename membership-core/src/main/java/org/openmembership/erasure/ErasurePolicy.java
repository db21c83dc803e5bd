package org.openmembership.erasure;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.ReasonCode;
import org.openmembership.user.SecretSeal;

/**
 * When people are forgotten (S32).
 *
 * @param waitingTime how long after it was asked for; until then it can be withdrawn
 * @param holds reasons of blocks on accounts and members for which nobody is forgotten while the block stands
 * @param emails what makes the pseudonyms of emails that are kept so that nobody is taken over again; null where none are
 */
public record ErasurePolicy(
        Duration waitingTime,
        Set<ReasonCode> holds,
        @Nullable SecretSeal emails) {
    /** Seven days; not while an account is blocked for {@code FRAUD}; nothing of an email is kept. */
    public static final ErasurePolicy DEFAULT =
            new ErasurePolicy(Duration.ofDays(7), Set.of(ReasonCode.of("FRAUD")), null);

    public ErasurePolicy {
        holds = Set.copyOf(holds);
        if (waitingTime.isNegative()) {
            throw new IllegalArgumentException("ErasurePolicy.waitingTime must not be negative but is " + waitingTime);
        }
    }

    public ErasurePolicy waiting(Duration time) {
        return new ErasurePolicy(time, holds, emails);
    }

    public ErasurePolicy holdingFor(ReasonCode... reasons) {
        return new ErasurePolicy(waitingTime, Set.of(reasons), emails);
    }

    /**
     * Keeps a pseudonym of each email that is erased, so that an import recognises it; whoever has the key can find out
     * whether an address was erased here.
     *
     * @param key at least 32 bytes from a good source of chance, for this alone; copied
     */
    public ErasurePolicy rememberingEmails(byte[] key) {
        return new ErasurePolicy(waitingTime, holds, SecretSeal.keyed(key));
    }
}
