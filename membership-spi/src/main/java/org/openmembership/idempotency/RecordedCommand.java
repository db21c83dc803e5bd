package org.openmembership.idempotency;

import java.time.Instant;
import org.openmembership.account.AccountId;
import org.openmembership.shared.Actor;

/**
 * A keyed call that was made, remembered with its answer for ever (R27).
 *
 * @param key what makes it one and the same
 * @param fingerprint of the content that decided its effect
 * @param effect the entries it wrote
 * @param answer the rest of its answer
 * @param origin who made it, and when
 */
public record RecordedCommand(CommandKey key, Fingerprint fingerprint, Effect effect, Answer answer, Origin origin) {
    /**
     * The entries a command wrote to its account; a transfer's counterparts are named by them.
     *
     * @param firstSeq 0 where it wrote none
     * @param lastSeq 0 where it wrote none
     */
    public record Effect(AccountId account, long firstSeq, long lastSeq) {
        public static Effect none(AccountId account) {
            return new Effect(account, 0, 0);
        }

        public boolean isNone() {
            return firstSeq == 0;
        }
    }

    /** Who made a command, and when by our clock. */
    public record Origin(Actor actor, Instant recordedAt) {}
}
