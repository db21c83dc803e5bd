package org.openmembership.payonaccount;

/** Why nothing was posted. A payment is taken even from whom no charge is granted. */
public enum OnAccountRefusal {
    UNKNOWN_CUSTOMER,
    /** The customer may not pay on account (C26). */
    NOT_GRANTED,
    /** The customer may not use the account (C23). */
    INACTIVE,
    /** It is the default customer, of whom nobody knows who it is: nothing is owed by it (A55). */
    DEFAULT_CUSTOMER,
    /** The customer's account is in another currency. */
    OTHER_CURRENCY
}
