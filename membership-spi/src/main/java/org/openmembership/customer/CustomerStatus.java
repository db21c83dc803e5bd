package org.openmembership.customer;

/** How far a customer has come with the shop (C45); not the type, and not whether it is active (R12). */
public enum CustomerStatus {
    /** Has a login (C46). */
    REGISTERED,
    /** Bought online without one (C47). */
    GUEST,
    /** Bought in a store and has none (C48). */
    IN_STORE,
    /** Applied for trade and waits for somebody to decide (C51). */
    PENDING_APPROVAL
}
