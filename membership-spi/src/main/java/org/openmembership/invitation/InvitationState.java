package org.openmembership.invitation;

/** How far an invitation has come. */
public enum InvitationState {
    OPEN,
    /** Somebody has registered with its secret. */
    ACCEPTED,
    /** The shop has called it off. */
    WITHDRAWN,
    /** Whoever has the mailbox has said that it was not meant for them. */
    DECLINED
}
