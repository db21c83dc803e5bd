package org.openmembership.duplicate;

import org.openmembership.customer.CustomerId;

/**
 * Two customers, whichever is named first.
 *
 * @param first the smaller id
 * @param second the greater id
 */
public record CustomerPair(CustomerId first, CustomerId second) implements Comparable<CustomerPair> {
    public CustomerPair {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException(
                    "CustomerPair is of two customers in order, not " + first + ", " + second);
        }
    }

    /** @throws IllegalArgumentException if both are one */
    public static CustomerPair of(CustomerId one, CustomerId other) {
        return one.compareTo(other) < 0 ? new CustomerPair(one, other) : new CustomerPair(other, one);
    }

    @Override
    public int compareTo(CustomerPair other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : second.compareTo(other.second);
    }
}
