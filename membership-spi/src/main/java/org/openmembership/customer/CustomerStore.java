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

    /** A customer; one that was merged away is answered by the survivor, to whom its id leads for ever (R16). */
    Optional<Customer> find(CustomerId id);

    /** Those of the named customers that are kept, in order of id; merged ones as they are kept. */
    List<Customer> find(Set<CustomerId> ids);

    /** The customers the host calls by any of these names, in order of reference, merged ones as they are kept; at most 1,000. */
    List<Customer> withReferences(Set<ExternalKey> references);

    /** The customer with a code, or the survivor of the one who had it. */
    Optional<Customer> withAccountCode(AccountCode code);

    /** The customers with this email, the oldest first: by creation instant, then id. */
    List<Customer> withEmail(EmailKey email);
}
