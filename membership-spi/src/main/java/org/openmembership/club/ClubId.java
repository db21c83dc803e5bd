package org.openmembership.club;

import org.openmembership.shared.Texts;

/**
 * A club's code, chosen by the host and unique in the storage.
 *
 * @param value 1 to 36 characters
 */
public record ClubId(String value) implements Comparable<ClubId> {
    public static final int MAX_LENGTH = 36;

    public ClubId {
        Texts.requireCode("ClubId", value, MAX_LENGTH);
    }

    public static ClubId of(String value) {
        return new ClubId(value);
    }

    @Override
    public int compareTo(ClubId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
