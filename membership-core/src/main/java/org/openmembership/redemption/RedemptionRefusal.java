package org.openmembership.redemption;

/** Why points were not spent. All but {@link #UNKNOWN_ACCOUNT} stand: the same key does not succeed later. */
public enum RedemptionRefusal {
    NOT_ENOUGH_POINTS,
    /** Less than the club's minimum was asked for. */
    BELOW_MINIMUM,
    BLOCKED,
    CLOSED,
    /** There is no such account; nothing was kept, the key stays free. */
    UNKNOWN_ACCOUNT
}
