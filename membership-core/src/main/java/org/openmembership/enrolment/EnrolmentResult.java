package org.openmembership.enrolment;

import org.openmembership.account.MemberAccount;

/** What became of an enrolment. */
public sealed interface EnrolmentResult {
    /**
     * The member has an account in the club.
     *
     * @param repeated whether it was there before
     */
    record Enrolled(MemberAccount account, boolean repeated) implements EnrolmentResult {}

    /** Nothing was written. */
    record Refused(Reason reason) implements EnrolmentResult {}

    /** Why a member was not enrolled. */
    enum Reason {
        UNKNOWN_MEMBER,
        /** The member still has to prove the address, or is closed. */
        NOT_ACTIVE,
        UNKNOWN_CLUB,
        /** No club was named, and there is no default one. */
        NO_CLUB_NAMED
    }
}
