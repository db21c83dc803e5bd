package org.openmembership.user;

import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * A password on its way to a {@link PasswordHasher}; kept nowhere and shown to nobody (R13).
 *
 * <p>In Unicode's form C, so that the same characters typed on two keyboards are one password; nothing else is changed, no
 * blank is trimmed and nothing is ever cut off.
 *
 * @param value 1 to 1,024 UTF-16 units without control characters and halves of surrogate pairs; {@code toString} never
 *     shows it
 */
public record Password(String value) {
    /** Far more than anybody types, and little enough to hash. */
    public static final int MAX_LENGTH = 1_024;

    public Password {
        String problem = problemOf(value);
        if (problem != null) {
            throw new IllegalArgumentException("Password " + problem);
        }
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    /** Says what makes a text no password at all, or null if nothing does. */
    public static @Nullable String problemOf(String typed) {
        return typed.isEmpty() ? "must not be empty" : Texts.problemOfText(typed, MAX_LENGTH);
    }

    /** A password as typed; empty if no text like this can be one. */
    public static Optional<Password> typed(String text) {
        return problemOf(text) == null ? Optional.of(new Password(text)) : Optional.empty();
    }

    /** How many characters a person counts, each of them once whatever it is stored as. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    @Override
    public String toString() {
        return "Password[***]";
    }
}
