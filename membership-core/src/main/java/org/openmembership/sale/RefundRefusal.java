package org.openmembership.sale;

/** Why money is not paid back as points (B50). */
public enum RefundRefusal {
    /** The club gives back as points only what was paid with points, which is the default. */
    NOT_ALLOWED,
    /** It is more than the goods that come back, and the other tenders, leave to be paid back. */
    MORE_THAN_DUE,
    /** More than one club of the buyer would pay it back: the tender has to be one club's alone. */
    SEVERAL_CLUBS,
    /** A point of the club is worth no money. */
    NO_VALUE,
    /** The club counts in another currency and the receipt says no rate. */
    RATE_MISSING,
    /** The account is closed. */
    CLOSED
}
