package org.openmembership.duplicates;

import java.util.Set;
import org.openmembership.customer.Customer;
import org.openmembership.duplicate.Likeness;
import org.openmembership.duplicate.SharedKey;

/**
 * A customer who may be the same as the one being viewed.
 *
 * @param shared why it is suggested (C33)
 * @param likeness what else speaks for it or against it
 */
public record Suggestion(Customer customer, Set<SharedKey.Kind> shared, Likeness likeness) {
    public Suggestion {
        shared = Set.copyOf(shared);
    }
}
