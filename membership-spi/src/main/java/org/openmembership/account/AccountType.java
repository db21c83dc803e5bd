package org.openmembership.account;

/** Who shares an account (R55). */
public enum AccountType {
    /** One member. */
    PRIVATE,
    /** Several members, one of them the main member. */
    FAMILY,
    /** Several members of a firm, one of them the main member. */
    COMPANY
}
