package org.openmembership.shared;

import org.jspecify.annotations.Nullable;

/** The checks every text that enters a noun has in common, so that all storages and databases accept the same. */
public final class Texts {
    /** The most characters an id has, whoever made it. */
    public static final int MAX_ID = 36;

    private Texts() {}

    /** Refuses a code that is absent, too long, padded, or holds characters that databases or logs would mangle. */
    public static String requireCode(String what, String value, int maxLength) {
        String problem = problemOfCode(value, maxLength);
        if (problem != null) {
            throw new IllegalArgumentException(what + " " + problem);
        }
        return value;
    }

    /** Refuses an id that is not 1 to 36 visible ASCII characters. */
    public static String requireId(String what, String value) {
        requireCode(what, value, MAX_ID);
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                throw new IllegalArgumentException(what + " must hold visible ASCII characters only");
            }
        }
        return value;
    }

    /** Says what is wrong with {@code value} as a code, or null if nothing is. */
    public static @Nullable String problemOfCode(@Nullable String value, int maxLength) {
        if (value == null || value.isEmpty()) {
            return "must not be empty";
        }
        String problem = problemOfText(value, maxLength);
        if (problem != null) {
            return problem;
        }
        boolean padded = isSpace(value.charAt(0)) || isSpace(value.charAt(value.length() - 1));
        return padded ? "must not start or end with a space" : null;
    }

    /**
     * Says what is wrong with {@code value} as a text that is stored as typed, or null if nothing is: at most
     * {@code maxLength} UTF-16 units, no control character and no half of a surrogate pair.
     */
    public static @Nullable String problemOfText(String value, int maxLength) {
        if (value.length() > maxLength) {
            return "must have at most " + maxLength + " characters but has " + value.length();
        }
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            if (Character.isISOControl(character) || character == 0x2028 || character == 0x2029) {
                return "must not hold the control character U+" + Integer.toHexString(character);
            }
            if (Character.getType(character) == Character.SURROGATE) {
                return "must not hold half of a surrogate pair";
            }
            i += Character.charCount(character);
        }
        return null;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
