package org.openmembership.duplicate;

import org.openmembership.customer.CustomerId;

/**
 * Customers who share a key, in short: two of them, and how many there are.
 *
 * @param key what they share
 * @param size at least 2
 * @param first the smallest of their ids
 * @param last the greatest of their ids
 */
public record DuplicateGroup(SharedKey key, long size, CustomerId first, CustomerId last) {
    public DuplicateGroup {
        if (size < 2) {
            throw new IllegalArgumentException("DuplicateGroup.size must be at least 2, not " + size);
        }
    }
}
