package org.openmembership.shared;

/**
 * A means of payment as the host names it: CASH, CARD, POINTS.
 *
 * @param value 1 to 40 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record TenderType(String value) implements Comparable<TenderType> {
    public static final int MAX_LENGTH = 40;

    public TenderType {
        Texts.requireCode("TenderType", value, MAX_LENGTH);
    }

    public static TenderType of(String value) {
        return new TenderType(value);
    }

    @Override
    public int compareTo(TenderType other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
