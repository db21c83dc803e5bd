package org.openmembership.extension;

/** Why points were not extended. All but {@link #UNKNOWN_LOT} stand: the same key does not succeed later. */
public enum ExtensionRefusal {
    /** The last day is no later than the one the points have, or over already. */
    NOT_LATER,
    /** The points are spent, or held. */
    NOTHING_LEFT,
    /** They expired and were reinstated already. */
    ALREADY_REINSTATED,
    CLOSED,
    /** There is no such lot; nothing was kept, the key stays free. */
    UNKNOWN_LOT
}
