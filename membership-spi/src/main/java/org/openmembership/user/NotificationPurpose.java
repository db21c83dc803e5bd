package org.openmembership.user;

/** Why a message is due to a user. */
public enum NotificationPurpose {
    /** Prove that the address is yours: carries a code and a token. */
    VERIFY_ADDRESS,
    /** Somebody tried to register with your address, which has a member already (R7): carries no secret. */
    ADDRESS_ALREADY_REGISTERED
}
