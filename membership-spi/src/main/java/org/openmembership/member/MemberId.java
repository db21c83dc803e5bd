package org.openmembership.member;

import org.openmembership.shared.Texts;

/**
 * Our id of a member, made by the library, read-only, and what other records refer to (A8).
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record MemberId(String value) implements Comparable<MemberId> {
    public MemberId {
        Texts.requireId("MemberId", value);
    }

    public static MemberId of(String value) {
        return new MemberId(value);
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
