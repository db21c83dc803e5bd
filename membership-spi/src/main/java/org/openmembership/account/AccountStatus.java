package org.openmembership.account;

/** Whether an account still takes part, and for whom (B28). */
public enum AccountStatus {
    /** It collects for whoever will show up with its card; nobody represents it yet (R55). */
    UNASSIGNED,
    ACTIVE,
    /** For good: nothing is earned or spent any more, what is there stays viewable. */
    CLOSED
}
