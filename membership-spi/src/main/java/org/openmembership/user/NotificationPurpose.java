package org.openmembership.user;

/** Why a message is due. */
public enum NotificationPurpose {
    /** Prove that the address is yours: carries a code and a token. */
    VERIFY_ADDRESS(true),
    /** Somebody tried to use your address, which has a member already (R7): carries no secret. */
    ADDRESS_ALREADY_REGISTERED(false),
    /** Set your password, for the first time or anew (R13): carries a code and a token. */
    SET_PASSWORD(true),
    /** Your password has been set or changed (S14): carries no secret. */
    PASSWORD_CHANGED(false),
    /** Prove that the new address is yours, and it takes effect (R8): carries a code and a token. */
    CONFIRM_NEW_ADDRESS(true),
    /**
     * To the address that was yours: another one or none has taken its place, at your login (S14) or, where it is about a
     * customer, in the shop's record (S15). Carries no secret.
     */
    ADDRESS_CHANGED(false),
    /** Somebody has asked that everything about you be erased; it can be withdrawn (S14, S32). Carries no secret. */
    ERASURE_REQUESTED(false),
    /** Your membership and another one are one now (S14, S31): to the users of both. Carries no secret. */
    MEMBERS_MERGED(false),
    /** Confirm that you want to be written to here (C10): carries a code and a token. */
    CONFIRM_CONSENT(true),
    /**
     * To the shop's own people: a customer applies for trade and waits for somebody to authorise it (C41). Carries no secret.
     */
    AUTHORISE_TRADE(false),
    /** You have bought in our store; register, and see what you bought (C49): carries a code and a token. */
    INVITE_CUSTOMER(true);

    private final boolean proves;

    NotificationPurpose(boolean proves) {
        this.proves = proves;
    }

    /** Whether its message carries secrets. */
    public boolean proves() {
        return proves;
    }
}
