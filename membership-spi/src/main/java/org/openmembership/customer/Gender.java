package org.openmembership.customer;

/** What somebody has told the shop about their gender (B30); not told is null wherever it may stand. */
public enum Gender {
    FEMALE,
    MALE,
    /** Told, and neither of the two. */
    DIVERSE
}
