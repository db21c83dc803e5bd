package org.openmembership.users;

/** What came of switching a user on or off. */
public enum UserChange {
    CHANGED,
    /** It was so already. */
    UNCHANGED,
    UNKNOWN_USER,
    /** Its member is part of another one since a merge, and signs in as that; undoing the merge switches it on again (R16, S31). */
    MERGED
}
