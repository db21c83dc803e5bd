package org.openmembership.user;

import org.openmembership.shared.Texts;

/**
 * Names one double opt-in; a link in a message carries it beside the token (C10).
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record OptInId(String value) implements Comparable<OptInId> {
    public OptInId {
        Texts.requireId("OptInId", value);
    }

    public static OptInId of(String value) {
        return new OptInId(value);
    }

    @Override
    public int compareTo(OptInId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
