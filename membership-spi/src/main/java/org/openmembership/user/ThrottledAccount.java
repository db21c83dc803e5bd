package org.openmembership.user;

import java.util.List;

/**
 * Whom failures are counted for, whatever they tried and wherever from: what is forgotten together when somebody is erased.
 *
 * @param value a pseudonym, 64 hexadecimal digits in lower case
 */
public record ThrottledAccount(String value) {
    public ThrottledAccount {
        new SecretHash(value);
    }

    public static ThrottledAccount of(SecretSeal seal, String account) {
        return new ThrottledAccount(seal.pseudonym(List.of("account", account)));
    }
}
