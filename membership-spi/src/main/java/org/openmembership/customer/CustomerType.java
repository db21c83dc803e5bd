package org.openmembership.customer;

/** Whether a customer is everybody or a business with approval (C17, C40, C44). */
public enum CustomerType {
    /** The default; usable at once. */
    RETAIL,
    /** Has access to trade-only articles and trade prices. */
    TRADE
}
