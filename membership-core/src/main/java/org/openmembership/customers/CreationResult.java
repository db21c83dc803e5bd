package org.openmembership.customers;

import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;

/** What became of a new customer. */
public sealed interface CreationResult {
    /**
     * The customer is there.
     *
     * @param customer as it is now
     * @param repeated whether it was there already under this reference; then nothing was changed
     */
    record Created(Customer customer, boolean repeated) implements CreationResult {}

    /** Another customer has this account code (C18); nothing was written. */
    record AccountCodeTaken(CustomerId holder) implements CreationResult {}
}
