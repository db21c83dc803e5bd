package org.openmembership.customer;

import org.openmembership.shared.Texts;

/**
 * The till, or the server acting as one, whose defaults fill new customers (A34).
 *
 * @param value 1 to 40 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record RegisterId(String value) implements Comparable<RegisterId> {
    public static final int MAX_LENGTH = 40;

    public RegisterId {
        Texts.requireCode("RegisterId", value, MAX_LENGTH);
    }

    public static RegisterId of(String value) {
        return new RegisterId(value);
    }

    @Override
    public int compareTo(RegisterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
