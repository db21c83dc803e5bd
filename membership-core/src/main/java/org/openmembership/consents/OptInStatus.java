package org.openmembership.consents;

/** How something stands that waits to be confirmed; looking uses nothing up (R6). */
public enum OptInStatus {
    AWAITING_CONFIRMATION,
    CONFIRMED,
    /** Too late, or overtaken by another change of the consent. */
    EXPIRED,
    UNKNOWN
}
