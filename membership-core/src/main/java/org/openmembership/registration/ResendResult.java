package org.openmembership.registration;

/** What came of {@link MemberRegistration#resend}. */
public enum ResendResult {
    /** A new message is on its way; the secrets of the one before are dead once it is sent. */
    QUEUED,
    /** The last message is too recent, or too many were asked for from this origin; nothing was sent. */
    TOO_SOON,
    /** Verified, out of attempts, or no registration of ours. */
    NOTHING_TO_SEND
}
