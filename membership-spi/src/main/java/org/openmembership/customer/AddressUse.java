package org.openmembership.customer;

/** What an address may be used for; any of them, independently (A21). */
public enum AddressUse {
    /** Offered first where one is chosen from a list. */
    DEFAULT,
    SHIPPING,
    BILLING
}
