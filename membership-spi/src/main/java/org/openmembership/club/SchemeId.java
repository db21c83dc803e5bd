package org.openmembership.club;

import org.openmembership.shared.Texts;

/**
 * A scheme's code, chosen by the host and unique over all clubs (B21).
 *
 * @param value 1 to 36 characters
 */
public record SchemeId(String value) implements Comparable<SchemeId> {
    public static final int MAX_LENGTH = 36;

    public SchemeId {
        Texts.requireCode("SchemeId", value, MAX_LENGTH);
    }

    public static SchemeId of(String value) {
        return new SchemeId(value);
    }

    @Override
    public int compareTo(SchemeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
