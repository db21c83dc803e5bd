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
     * <p>If another unit of work has given the reference or the account code away meanwhile, this one is run again.
     */
    void add(Customer customer);

    /**
     * Replaces all of the stored customer but its reference and when it was created.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, or has given the account code
     * away meanwhile, this one is run again.
     */
    void update(Customer customer);

    /** As {@link #update}, of a customer of which nothing but the standing has changed. */
    void updateStanding(Customer customer);

    Optional<Customer> find(CustomerId id);

    /** Those of the named customers that are kept, in order of id. */
    List<Customer> find(Set<CustomerId> ids);

    /** The customers the host calls by any of these names, in order of reference; at most 1,000 names. */
    List<Customer> withReferences(Set<ExternalKey> references);

    Optional<Customer> withAccountCode(AccountCode code);

    /** The customers with this email, the oldest first: by creation instant, then id. */
    List<Customer> withEmail(EmailKey email);
}
