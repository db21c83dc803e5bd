package org.openmembership.merge;

/** What of a customer a merge decides about (R16). */
public enum CustomerField {
    NAME,
    /** The address, and with it whether receipts go there. */
    EMAIL,
    PHONES,
    ADDRESSES,
    TITLE,
    COMPANY,
    FOUND_US,
    IMAGES,
    GENDER,
    MARITAL_STATUS,
    /** Type, status and active flag. */
    STANDING,
    /** Price list, free delivery, discount, pay on account: granted to one customer, never inherited. */
    SELLING_TERMS,
    ACCOUNT_CODE
}
