package org.openmembership.customer;

/** What somebody has told the shop about their marital status (B30); not told is null wherever it may stand. */
public enum MaritalStatus {
    SINGLE,
    MARRIED,
    /** In a registered partnership. */
    PARTNERSHIP,
    SEPARATED,
    DIVORCED,
    WIDOWED
}
