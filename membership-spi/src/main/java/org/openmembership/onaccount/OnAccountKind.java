package org.openmembership.onaccount;

/** What an entry does to a balance. */
public enum OnAccountKind {
    /** Something was bought and not paid: the customer owes more. */
    CHARGE,
    /** The customer paid: owes less, or has credit (C27). */
    PAYMENT
}
