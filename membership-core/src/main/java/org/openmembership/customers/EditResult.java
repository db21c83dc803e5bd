package org.openmembership.customers;

import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;

/** What became of a change to a customer; nothing was written but with {@link Edited}. */
public sealed interface EditResult {
    /** @param customer as it is now; of the same version as before where there was nothing to change */
    record Edited(Customer customer) implements EditResult {}

    /**
     * Somebody else changed the customer since it was read.
     *
     * @param current as it is now
     */
    record Stale(Customer current) implements EditResult {}

    /** Another customer has this account code (C18). */
    record AccountCodeTaken(CustomerId holder) implements EditResult {}

    /** @param current as it is now; null where there is no such customer */
    record Refused(EditRefusal reason, @Nullable Customer current) implements EditResult {}
}
