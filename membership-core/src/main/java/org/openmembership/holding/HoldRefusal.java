package org.openmembership.holding;

/** Why points were not held, spent or let go. What concerns something unknown leaves the key free; all others stand. */
public enum HoldRefusal {
    NOT_ENOUGH_POINTS,
    /** Below the minimum, no multiple of the step, or above the limit of redemptions (R49). */
    OUT_OF_BOUNDS,
    /** Asked for longer than the club allows. */
    TOO_LONG,
    BLOCKED,
    /** The club wants somebody registered with an email for the account; its points are kept until then (D23). */
    NOT_ELIGIBLE,
    CLOSED,
    /** There is no such account; nothing was kept, the key stays free. */
    UNKNOWN_ACCOUNT,
    /** There is no such hold; nothing was kept, the key stays free. */
    UNKNOWN_HOLD,
    /** The hold was captured or released before. */
    ENDED,
    /** The hold's time was over, and the club takes no late captures. */
    TOO_LATE,
    /** More was to be spent than is held. */
    MORE_THAN_HELD
}
