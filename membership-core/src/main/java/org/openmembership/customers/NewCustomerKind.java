package org.openmembership.customers;

import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.CustomerStatus;

/** How somebody becomes a customer, which decides where they stand at first (C44-C51). */
public enum NewCustomerKind {
    /** Served in a store; usable immediately. */
    IN_STORE,
    /** Bought online without a login; usable immediately. */
    GUEST,
    /** Applies as a trade customer; inactive until somebody approves. */
    TRADE_APPLICANT;

    CustomerStanding standing() {
        return switch (this) {
            case IN_STORE -> CustomerStanding.retail(CustomerStatus.IN_STORE);
            case GUEST -> CustomerStanding.retail(CustomerStatus.GUEST);
            case TRADE_APPLICANT -> CustomerStanding.applicant();
        };
    }
}
