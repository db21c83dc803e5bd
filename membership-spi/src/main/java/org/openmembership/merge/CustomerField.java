package org.openmembership.merge;

/** What of a customer a merge decides about (R16). */
public enum CustomerField {
    NAME,
    EMAIL,
    PHONES,
    ADDRESSES,
    TITLE,
    COMPANY,
    FOUND_US,
    IMAGES,
    /** Type, status and active flag. */
    STANDING,
    /** Price list, free delivery, discount, pay on account: granted to one customer, never inherited. */
    SELLING_TERMS,
    ACCOUNT_CODE
}
