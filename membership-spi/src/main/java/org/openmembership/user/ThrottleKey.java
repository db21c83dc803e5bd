package org.openmembership.user;

import java.util.List;
import org.openmembership.shared.Origin;

/**
 * What failures are counted for: a purpose, and an account, an origin, or both together.
 *
 * @param value a pseudonym of all of these, so that neither typed names nor addresses of networks are kept: 64 hexadecimal
 *     digits in lower case
 */
public record ThrottleKey(String value) implements Comparable<ThrottleKey> {
    public ThrottleKey {
        new SecretHash(value);
    }

    public static ThrottleKey ofAccount(SecretSeal seal, String purpose, String account) {
        return new ThrottleKey(seal.pseudonym(List.of(purpose, "account", account)));
    }

    public static ThrottleKey ofOrigin(SecretSeal seal, String purpose, Origin origin) {
        return new ThrottleKey(seal.pseudonym(List.of(purpose, "origin", origin.value())));
    }

    public static ThrottleKey ofPair(SecretSeal seal, String purpose, String account, Origin origin) {
        return new ThrottleKey(seal.pseudonym(List.of(purpose, "pair", account, origin.value())));
    }

    @Override
    public int compareTo(ThrottleKey other) {
        return value.compareTo(other.value);
    }
}
