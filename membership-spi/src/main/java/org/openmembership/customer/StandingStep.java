package org.openmembership.customer;

/** What can happen to where a customer stands; {@link CustomerStanding#after} says what comes of it. */
public enum StandingStep {
    /** A guest turns up in a store (C48). */
    SERVE_IN_STORE,
    /** The customer gets a login (C46, C50). */
    REGISTER,
    /** The customer asks to be a trade customer (C41). */
    APPLY_FOR_TRADE,
    /** Somebody confirms the application (C40, C51). */
    APPROVE,
    /** Somebody turns the application down. */
    REJECT,
    /** Somebody lets the customer use the account again (C23). */
    ACTIVATE,
    /** Somebody keeps the customer from the account (C23). */
    DEACTIVATE
}
