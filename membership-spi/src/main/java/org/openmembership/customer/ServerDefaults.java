package org.openmembership.customer;

import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Actor;
import org.openmembership.shared.TenderType;

/**
 * What a server that acts as a register fills in where nobody says it (A55); its register itself is the place of the
 * registration policy (A34).
 *
 * <p>The default customer stands for whoever bought and was not named. That is nobody in particular, so this record never
 * collects or spends, never becomes anybody's, owes nothing, and stays while it is the default.
 *
 * @param clerk as whom calls are made that are bound to nobody; null for the system
 * @param customer to whom sales go that name nobody; null where they go to no customer. Must be one that exists
 * @param payment with what a sale was paid that names no tender, never points; null where that stays unknown
 */
public record ServerDefaults(
        @Nullable Actor clerk,
        @Nullable CustomerId customer,
        @Nullable TenderType payment) {
    public static final ServerDefaults NONE = new ServerDefaults(null, null, null);

    public ServerDefaults withClerk(Actor actor) {
        return new ServerDefaults(actor, customer, payment);
    }

    public ServerDefaults withCustomer(CustomerId id) {
        return new ServerDefaults(clerk, id, payment);
    }

    public ServerDefaults withPayment(TenderType type) {
        return new ServerDefaults(clerk, customer, type);
    }

    /** Whether a customer is the default one; nobody is where there is none. */
    public boolean isDefault(@Nullable CustomerId id) {
        return customer != null && customer.equals(id);
    }
}
