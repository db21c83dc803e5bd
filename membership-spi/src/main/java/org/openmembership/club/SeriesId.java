package org.openmembership.club;

import org.openmembership.shared.Texts;

/**
 * The code of a card series, unique inside its club.
 *
 * @param value 1 to 36 characters
 */
public record SeriesId(String value) implements Comparable<SeriesId> {
    public static final int MAX_LENGTH = 36;

    public SeriesId {
        Texts.requireCode("SeriesId", value, MAX_LENGTH);
    }

    public static SeriesId of(String value) {
        return new SeriesId(value);
    }

    @Override
    public int compareTo(SeriesId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
