package org.openmembership.adjustment;

/** Why points were not adjusted. All but {@link #UNKNOWN_ACCOUNT} stand: the same key does not succeed later. */
public enum AdjustmentRefusal {
    /** More was to be taken than is available. */
    NOT_ENOUGH_POINTS,
    CLOSED,
    /** There is no such account; nothing was kept, the key stays free. */
    UNKNOWN_ACCOUNT
}
