package org.openmembership.user;

import java.util.regex.Pattern;

/**
 * All that is kept of a password: what a {@link PasswordHasher} made of it.
 *
 * @param value says itself how it was made: a scheme, its version and parameters, the salt, the hash; 1 to 255 visible ASCII
 *     characters
 */
public record PasswordHash(String value) {
    public static final int MAX_LENGTH = 255;
    private static final Pattern FORM = Pattern.compile("[!-~]{1," + MAX_LENGTH + "}");

    public PasswordHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("PasswordHash must be 1 to 255 visible ASCII characters");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[***]";
    }
}
