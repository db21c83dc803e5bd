package org.openmembership.customer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.shared.ExternalKey;

/**
 * Keeps customers.
 *
 * <p>Who belongs to which member is kept by the member's store, which also finds customers by email for a registration.
 */
public interface CustomerStore {
    /**
     * Adds a customer that is not there yet.
     *
     * <p>If another unit of work has added one with the same reference meanwhile, this one is run again.
     */
    void add(Customer customer);

    Optional<Customer> find(CustomerId id);

    /** Those of the named customers that are kept, in order of id. */
    List<Customer> find(Set<CustomerId> ids);

    /** The customers the host calls by any of these names, in order of reference; at most 1,000 names. */
    List<Customer> withReferences(Set<ExternalKey> references);

    /** The customers with this email, the oldest first: by creation instant, then id. */
    List<Customer> withEmail(EmailKey email);
}
