package org.openmembership.group;

/** Who puts customers into a group (C54). */
public enum GroupAudience {
    /** Offered to the customers, who choose themselves. */
    PUBLIC,
    /** Only staff. */
    PRIVATE
}
