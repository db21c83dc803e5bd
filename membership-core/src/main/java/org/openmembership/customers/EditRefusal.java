package org.openmembership.customers;

/** Why a customer was not changed. */
public enum EditRefusal {
    UNKNOWN_CUSTOMER,
    /** The customer has no address of that number. */
    UNKNOWN_ADDRESS,
    /** The customer has as many addresses as there is room for. */
    TOO_MANY_ADDRESSES,
    /** The customer who stands for whoever is not named takes no step towards being somebody, nor is it deactivated (A55). */
    DEFAULT_CUSTOMER,
    /** Not from where the customer stands: there is nothing to decide, or a decision is still to be made. */
    WRONG_STATUS
}
