package org.openmembership.customer;

import java.util.regex.Pattern;

/**
 * A phone number in its one international form, which is what numbers are looked up by (R18).
 *
 * @param value a plus sign, a country code and the number, 4 to 15 digits in all: {@code +4930123456}
 */
public record E164(String value) implements ContactPoint, Comparable<E164> {
    public static final int MAX_LENGTH = 16;
    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{3,14}");

    public E164 {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("E164 must be a plus sign and 4 to 15 digits");
        }
    }

    public static E164 of(String value) {
        return new E164(value);
    }

    @Override
    public String written() {
        return value;
    }

    @Override
    public boolean reachesSameAs(ContactPoint other) {
        return equals(other);
    }

    @Override
    public int compareTo(E164 other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return "E164[***]";
    }
}
