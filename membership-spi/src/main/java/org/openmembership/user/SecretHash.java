package org.openmembership.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * All that is kept of a secret: a hash over it and over what it is bound to, made by a {@link SecretSeal} (I16, S6).
 *
 * @param value 64 hexadecimal digits in lower case
 */
public record SecretHash(String value) {
    public static final int LENGTH = 64;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public SecretHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("SecretHash must be 64 hexadecimal digits in lower case");
        }
    }

    /** Compares in a time that says nothing about where two hashes differ (R6). */
    public boolean matches(SecretHash other) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.US_ASCII), other.value.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "SecretHash[***]";
    }
}
