package org.openmembership.customer;

/** What sort of phone a number reaches (A10). */
public enum PhoneType {
    MOBILE,
    HOME,
    WORK,
    OTHER
}
