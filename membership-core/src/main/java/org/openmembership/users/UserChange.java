package org.openmembership.users;

/** What came of switching a user on or off. */
public enum UserChange {
    CHANGED,
    /** It was so already. */
    UNCHANGED,
    UNKNOWN_USER
}
