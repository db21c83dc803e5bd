package org.openmembership.subscription;

/** Why a scheme was not given. Unless it says otherwise it stands: the key does not succeed later. */
public enum SubscriptionRefusal {
    CLOSED,
    /** The club does not sell this scheme, or its schemes are off; nothing was kept, the key stays free. */
    NOT_FOR_SALE,
    /** A better one is paid for already; nothing was kept, the key stays free. */
    BETTER_IS_PAID,
    /** There is no such account; nothing was kept, the key stays free. */
    UNKNOWN_ACCOUNT
}
