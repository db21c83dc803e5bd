package org.openmembership.shared;

/**
 * The host's code of the prices at which a customer buys; point rules can require it (B25).
 *
 * @param value 1 to 60 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record PriceGroup(String value) implements Comparable<PriceGroup> {
    public static final int MAX_LENGTH = 60;

    public PriceGroup {
        Texts.requireCode("PriceGroup", value, MAX_LENGTH);
    }

    public static PriceGroup of(String value) {
        return new PriceGroup(value);
    }

    @Override
    public int compareTo(PriceGroup other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
