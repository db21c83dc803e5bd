package org.openmembership.customer;

/** Whether a customer is kept for marketing only or has an account in the host's books (A35). */
public enum LedgerUse {
    MARKETING,
    ACCOUNTING
}
