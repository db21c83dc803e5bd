package org.openmembership.inviting;

/** What came of {@link Inviting#withdraw}. */
public enum Withdrawal {
    /** The secret that was sent leads nowhere, and a message that was still due is not sent. */
    WITHDRAWN,
    /** It was called off before. */
    UNCHANGED,
    UNKNOWN_CUSTOMER,
    /** The customer has not been invited. */
    NOT_INVITED,
    /** The customer has registered with it: what there is to take back is not an invitation any more. */
    ACCEPTED,
    /** Whoever got it has said already that it was not meant for them. */
    DECLINED
}
