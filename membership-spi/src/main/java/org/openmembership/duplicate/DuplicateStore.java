package org.openmembership.duplicate;

import java.util.Optional;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.Page;

/** Finds customers who may be one, and keeps which of them are not. Answers cost what is on the page, not who is in a group. */
public interface DuplicateStore {
    /** The groups of customers who share a key, in order of key; those are left out of which all pairs are dismissed. */
    Page<DuplicateGroup> groups(Page.Request page);

    /** Who is in a group, in order of id. */
    Page<CustomerId> members(SharedKey key, Page.Request page);

    /** The customers who share a key with this one, in order of id; those dismissed for this one are left out. */
    Page<Suspect> suspects(CustomerId customer, Page.Request page);

    /** Keeps that two customers are not one; if another unit of work has done so meanwhile, this one is run again. */
    void dismiss(Dismissal dismissal);

    Optional<Dismissal> find(CustomerPair pair);
}
