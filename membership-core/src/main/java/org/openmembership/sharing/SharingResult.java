package org.openmembership.sharing;

import java.util.List;
import org.openmembership.account.MemberAccount;
import org.openmembership.member.MemberId;

/** What became of a change of an account's members, type or end. */
public sealed interface SharingResult {
    /**
     * It is as asked.
     *
     * @param members all of them, the main member first; none where nobody has shown up yet
     * @param repeated whether it was so before
     */
    record Shared(MemberAccount account, List<MemberId> members, boolean repeated) implements SharingResult {
        public Shared {
            members = List.copyOf(members);
        }
    }

    /** Nothing was written. */
    record Refused(Reason reason) implements SharingResult {}

    /** Why nothing was changed. */
    enum Reason {
        UNKNOWN_ACCOUNT,
        UNKNOWN_MEMBER,
        /** The member still has to prove the address, or is closed. */
        NOT_ACTIVE,
        /** A private account has one member. */
        PRIVATE,
        /** The member has another account in the club; a family's takes it over with its points by {@link Sharing#pool}. */
        HAS_ACCOUNT,
        /** The member does not share the account. */
        NOT_OF_ACCOUNT,
        /** The main member leaves only after another has become it. */
        MAIN_MEMBER,
        /** Nobody has shown up for the account yet: it is taken over with its card. */
        UNASSIGNED,
        /** No more members fit. */
        FULL,
        /** There are points, or a debt: spend, transfer or adjust them first, and expire what has lapsed. */
        POINTS_LEFT,
        CLOSED
    }
}
