package org.openmembership.invitation;

/** How far an invitation has come. */
public enum InvitationState {
    OPEN,
    /** Somebody has registered with its secret. */
    ACCEPTED
}
