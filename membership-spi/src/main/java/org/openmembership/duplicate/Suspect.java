package org.openmembership.duplicate;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.openmembership.customer.CustomerId;

/**
 * A customer who may be the same as another one.
 *
 * @param shared what both have; at least one thing
 */
public record Suspect(CustomerId customer, Set<SharedKey.Kind> shared) {
    public Suspect {
        if (shared.isEmpty()) {
            throw new IllegalArgumentException("Suspect shares nothing");
        }
        shared = Collections.unmodifiableSet(new TreeSet<>(shared));
    }
}
