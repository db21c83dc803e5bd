package org.openmembership.account;

/** Whether an account still takes part. */
public enum AccountStatus {
    ACTIVE,
    /** For good: nothing is earned or spent any more, what is there stays viewable. */
    CLOSED
}
