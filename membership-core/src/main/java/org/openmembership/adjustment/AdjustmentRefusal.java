package org.openmembership.adjustment;

/** Why points were not adjusted, or a proposal not decided. Unless it says otherwise it stands: the key does not succeed later. */
public enum AdjustmentRefusal {
    /** More was to be taken than is available. */
    NOT_ENOUGH_POINTS,
    CLOSED,
    /** Somebody with the right to decide said no. */
    REJECTED,
    /** Nobody proposes just this under this key; nothing was kept, the key stays free. */
    NOT_PROPOSED,
    /** Nobody decides on what they proposed themselves; nothing was kept, the key stays free. */
    OWN_PROPOSAL,
    /** There is no such account; nothing was kept, the key stays free. */
    UNKNOWN_ACCOUNT
}
