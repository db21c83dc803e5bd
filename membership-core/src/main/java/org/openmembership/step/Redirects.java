package org.openmembership.step;

import java.util.Set;
import org.openmembership.customer.CustomerId;
import org.openmembership.storage.Stores;

/** Where ids of customers lead that were merged away (I20). */
public final class Redirects {
    private Redirects() {}

    /** The survivor, or the customer itself. */
    public static CustomerId follow(CustomerId customer, Stores stores) {
        return stores.merges().survivors(Set.of(customer)).getOrDefault(customer, customer);
    }
}
