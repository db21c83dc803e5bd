package org.openmembership.shared;

/**
 * One of the host's shops.
 *
 * @param value 1 to 40 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record StoreCode(String value) implements Comparable<StoreCode> {
    public static final int MAX_LENGTH = 40;

    public StoreCode {
        Texts.requireCode("StoreCode", value, MAX_LENGTH);
    }

    public static StoreCode of(String value) {
        return new StoreCode(value);
    }

    @Override
    public int compareTo(StoreCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
