package org.openmembership.cards;

import org.openmembership.card.MembershipCard;

/** What became of a card. */
public sealed interface CardResult {
    /**
     * The card identifies its account.
     *
     * @param repeated whether it did before
     */
    record Assigned(MembershipCard card, boolean repeated) implements CardResult {}

    /** Nothing was written. */
    record Refused(Reason reason) implements CardResult {}

    /** Why a card was not handed out, taken over or replaced. */
    enum Reason {
        UNKNOWN_ACCOUNT,
        UNKNOWN_MEMBER,
        UNKNOWN_CLUB,
        /** No card scans like this, and here only cards will do that were made before. */
        UNKNOWN_CARD,
        /** The member still has to prove the address, or is closed. */
        NOT_ACTIVE,
        /** The card, or another one that would scan like it, belongs to another account. */
        TAKEN,
        /** The card is of another club. */
        OTHER_CLUB,
        /** The member does not share the account. */
        NOT_OF_ACCOUNT,
        BLOCKED,
        /** The last day of the card has ended. */
        EXPIRED,
        CLOSED,
        /** The club hands out no card without a person. */
        NEEDS_PERSON,
        /** The club has no series for this, or the series has no numbers left. */
        NO_NUMBER,
        /** The card is nobody's, so there is nothing to be replaced. */
        NOT_HANDED_OUT
    }
}
