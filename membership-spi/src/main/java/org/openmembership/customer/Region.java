package org.openmembership.customer;

/**
 * A country or territory: where an address lies, or whose phone numbers are typed without a country code.
 *
 * @param code two capital letters of ISO 3166-1, not checked against the list, which changes
 */
public record Region(String code) implements Comparable<Region> {
    public static final int LENGTH = 2;

    public Region {
        boolean capitals = code.chars().allMatch(character -> character >= 'A' && character <= 'Z');
        if (code.length() != LENGTH || !capitals) {
            throw new IllegalArgumentException("Region must be two capital letters");
        }
    }

    public static Region of(String code) {
        return new Region(code);
    }

    @Override
    public int compareTo(Region other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
