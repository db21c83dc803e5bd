package org.openmembership.customer;

import org.openmembership.shared.Texts;

/**
 * One answer to "how did you find us?"; the list of answers is the host's (C7).
 *
 * @param value 1 to 40 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record FoundUsCode(String value) implements Comparable<FoundUsCode> {
    public static final int MAX_LENGTH = 40;

    public FoundUsCode {
        Texts.requireCode("FoundUsCode", value, MAX_LENGTH);
    }

    public static FoundUsCode of(String value) {
        return new FoundUsCode(value);
    }

    @Override
    public int compareTo(FoundUsCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
