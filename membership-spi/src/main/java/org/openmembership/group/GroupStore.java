package org.openmembership.group;

import java.util.List;
import java.util.Optional;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.Page;

/** Keeps customer groups, and who is in them. */
public interface GroupStore {
    /** Adds a group; if another unit of work has used its code meanwhile, this one is run again. */
    void add(CustomerGroup group);

    /**
     * Replaces name and audience of the stored group.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void update(CustomerGroup group);

    /** All groups, by code. */
    List<CustomerGroup> all();

    /** Every group as a tick box for a customer; empty if there is no such customer. */
    Optional<CustomerTicks> of(CustomerId customer);

    /**
     * Keeps memberships, each of a version one above the stored one or, where there is none, of version 1.
     *
     * <p>If another unit of work came first, this one is run again.
     */
    void record(List<GroupMembership> memberships);

    /**
     * A page of those who are in a group now, by customer; of a group that is a channel only those whose consent to that
     * channel stands: one that waits to be confirmed does not count (R14).
     */
    Page<GroupMembership> members(CustomerGroup group, Page.Request page);
}
