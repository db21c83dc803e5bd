package org.openmembership.customer;

import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Texts;

/**
 * What a person is called; both parts are required (A9).
 *
 * <p>Any script and any letters, kept byte for byte as given: no case is changed and nothing is composed or folded.
 *
 * @param first 1 to 100 characters, something visible among them, no edge spaces, no control characters
 * @param last as {@code first}
 */
public record PersonName(String first, String last) {
    public static final int MAX_LENGTH = 100;

    public PersonName {
        requireName("PersonName.first", first);
        requireName("PersonName.last", last);
    }

    public static PersonName of(String first, String last) {
        return new PersonName(first, last);
    }

    @Override
    public String toString() {
        return "PersonName[***]";
    }

    /** Says what is wrong with {@code value} as a first or last name, or null if nothing is. */
    public static @Nullable String problemOf(@Nullable String value) {
        String problem = Texts.problemOfCode(value, MAX_LENGTH);
        if (problem != null || value == null || value.codePoints().anyMatch(PersonName::isVisible)) {
            return problem;
        }
        return "must hold something visible";
    }

    private static void requireName(String what, String value) {
        String problem = problemOf(value);
        if (problem != null) {
            throw new IllegalArgumentException(what + " " + problem);
        }
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.SPACE_SEPARATOR, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
