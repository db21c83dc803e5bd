package org.openmembership.shared;

/**
 * One point of sale inside a store.
 *
 * @param value 1 to 40 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record TillCode(String value) implements Comparable<TillCode> {
    public static final int MAX_LENGTH = 40;

    public TillCode {
        Texts.requireCode("TillCode", value, MAX_LENGTH);
    }

    public static TillCode of(String value) {
        return new TillCode(value);
    }

    @Override
    public int compareTo(TillCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
