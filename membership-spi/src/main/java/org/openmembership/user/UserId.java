package org.openmembership.user;

import org.openmembership.shared.Texts;

/**
 * Our id of a user, made by the library and never changed.
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record UserId(String value) implements Comparable<UserId> {
    public UserId {
        Texts.requireId("UserId", value);
    }

    public static UserId of(String value) {
        return new UserId(value);
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
