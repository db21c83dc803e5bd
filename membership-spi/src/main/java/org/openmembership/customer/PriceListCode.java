package org.openmembership.customer;

import org.openmembership.shared.Texts;

/**
 * The price list a customer buys by (C19); lists and their prices are the host's.
 *
 * @param value 1 to 40 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record PriceListCode(String value) implements Comparable<PriceListCode> {
    public static final int MAX_LENGTH = 40;

    public PriceListCode {
        Texts.requireCode("PriceListCode", value, MAX_LENGTH);
    }

    public static PriceListCode of(String value) {
        return new PriceListCode(value);
    }

    @Override
    public int compareTo(PriceListCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
