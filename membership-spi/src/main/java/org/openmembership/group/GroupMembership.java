package org.openmembership.group;

import java.time.Instant;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.Actor;

/**
 * That a customer is in a group, or was (C9).
 *
 * @param isMember whether the customer is in it now
 * @param since when that began
 * @param by who made the call
 * @param version 1 for the first time, one more with each change
 */
public record GroupMembership(
        CustomerGroupCode group, CustomerId customer, boolean isMember, Instant since, Actor by, int version) {
    public GroupMembership {
        if (version < 1) {
            throw new IllegalArgumentException("GroupMembership.version must be at least 1, not " + version);
        }
    }

    /** A customer who was never in the group is. */
    public static GroupMembership joined(CustomerGroupCode group, CustomerId customer, Instant now, Actor by) {
        return new GroupMembership(group, customer, true, now, by, 1);
    }

    /** The next version: in, if the customer was out, and the other way round. */
    public GroupMembership turned(Instant now, Actor actor) {
        return new GroupMembership(group, customer, !isMember, now, actor, version + 1);
    }
}
