package org.openmembership.user;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Origin;

/**
 * What failures are counted for: a purpose, and an account, an origin, or both together.
 *
 * @param value a pseudonym of all of these, so that neither typed names nor addresses of networks are kept: 64 hexadecimal
 *     digits in lower case
 * @param account whom they are counted for; null for an origin alone
 */
public record ThrottleKey(String value, @Nullable ThrottledAccount account) implements Comparable<ThrottleKey> {
    public ThrottleKey {
        new SecretHash(value);
    }

    public static ThrottleKey ofAccount(SecretSeal seal, String purpose, String account) {
        return new ThrottleKey(
                seal.pseudonym(List.of(purpose, "account", account)), ThrottledAccount.of(seal, account));
    }

    public static ThrottleKey ofOrigin(SecretSeal seal, String purpose, Origin origin) {
        return new ThrottleKey(seal.pseudonym(List.of(purpose, "origin", origin.value())), null);
    }

    public static ThrottleKey ofPair(SecretSeal seal, String purpose, String account, Origin origin) {
        return new ThrottleKey(
                seal.pseudonym(List.of(purpose, "pair", account, origin.value())), ThrottledAccount.of(seal, account));
    }

    @Override
    public int compareTo(ThrottleKey other) {
        return value.compareTo(other.value);
    }
}
