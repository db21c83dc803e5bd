package org.openmembership.member;

/** Where a member stands. */
public enum MemberStatus {
    /** Taken over from another system; its owner has not registered here yet (A5). */
    IMPORTED,
    /** Registered; the address is not proven yet, so there is no history, account or point (R5). */
    AWAITING_VERIFICATION,
    ACTIVE,
    CLOSED,
    /** Part of another member since a merge, to whom its id leads (R16). */
    MERGED
}
