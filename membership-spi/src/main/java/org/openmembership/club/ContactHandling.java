package org.openmembership.club;

/**
 * Where the people of a club are created (B20, B32). There is one way: a host that reads a club's document finds it named
 * there, and another one is a fault.
 */
public enum ContactHandling {
    /** Whoever shares an account is a member: somebody who registered, or was imported and is to register (A4, A5). */
    MEMBERS_ONLY
}
