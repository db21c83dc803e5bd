package org.openmembership.registration;

/** How a registration looks to the person who made it; says nothing about whether an address was known (R7). */
public enum RegistrationStatus {
    AWAITING_VERIFICATION,
    VERIFIED,
    /** Too late, or out of attempts. */
    EXPIRED,
    UNKNOWN
}
