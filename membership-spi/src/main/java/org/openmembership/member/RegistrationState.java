package org.openmembership.member;

/** What became of an attempt to register. */
public enum RegistrationState {
    /** Its owner has to prove the address; superseded or expired if its epoch or its time is over. */
    AWAITING_VERIFICATION,
    VERIFIED,
    /** The address has a member already; to the registrant it looks like any other (R7). */
    ADDRESS_TAKEN
}
