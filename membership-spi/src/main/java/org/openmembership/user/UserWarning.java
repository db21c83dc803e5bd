package org.openmembership.user;

/** What may be wrong with a username; three separate warnings (A14, R9). */
public enum UserWarning {
    /** No user has this name. */
    UNKNOWN,
    DISABLED,
    /** The address has not been proven although it must be. */
    UNVERIFIED
}
