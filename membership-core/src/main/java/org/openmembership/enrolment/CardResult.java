package org.openmembership.enrolment;

import org.openmembership.card.MembershipCard;

/** What became of handing out a card. */
public sealed interface CardResult {
    /**
     * The card identifies the account.
     *
     * @param repeated whether it did before
     */
    record Assigned(MembershipCard card, boolean repeated) implements CardResult {}

    /** Nothing was written. */
    record Refused(Reason reason) implements CardResult {}

    /** Why a card was not handed out. */
    enum Reason {
        UNKNOWN_ACCOUNT,
        /** The number belongs to another account. */
        TAKEN,
        /** The member does not share the account. */
        NOT_OF_ACCOUNT
    }
}
