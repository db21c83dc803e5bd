package org.openmembership.group;

import org.openmembership.shared.Texts;

/**
 * The host's name for a customer group.
 *
 * @param value 1 to 40 characters, no edge spaces, no control characters; compared exactly, case included
 */
public record CustomerGroupCode(String value) implements Comparable<CustomerGroupCode> {
    public static final int MAX_LENGTH = 40;

    public CustomerGroupCode {
        Texts.requireCode("CustomerGroupCode", value, MAX_LENGTH);
    }

    public static CustomerGroupCode of(String value) {
        return new CustomerGroupCode(value);
    }

    @Override
    public int compareTo(CustomerGroupCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
