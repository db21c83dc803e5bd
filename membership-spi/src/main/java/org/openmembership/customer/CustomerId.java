package org.openmembership.customer;

import org.openmembership.shared.Texts;

/**
 * Our id of a customer, made by the library and never changed.
 *
 * @param value 1 to 36 visible ASCII characters; compared exactly
 */
public record CustomerId(String value) implements Comparable<CustomerId> {
    public CustomerId {
        Texts.requireId("CustomerId", value);
    }

    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
