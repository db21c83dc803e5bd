package org.openmembership.club;

/** Which lots a spending takes first (R24). */
public enum ConsumptionOrder {
    /** The lot that lapses first; among equals the one whose entry came first. */
    NEAREST_EXPIRY,
    /** The lot earned first by the till's time; among equals the one whose entry came first. */
    OLDEST_FIRST
}
