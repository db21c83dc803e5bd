package org.openmembership.card;

import java.util.List;

/**
 * Whether a member holds a card, or is only known (B30).
 *
 * <p>Never stored: it follows from the cards, so that handing out, blocking and replacing one cannot leave it behind.
 */
public enum ContactType {
    /** Holds a card. */
    ACTIVE,
    /** Is known, and holds none. */
    INFORMATION_ONLY;

    /**
     * Of whoever has these cards: one that is handed out and not blocked is enough, also where its last day is over; a lost
     * or replaced one is blocked.
     */
    public static ContactType of(List<MembershipCard> cards) {
        boolean holdsOne = cards.stream().anyMatch(card -> card.status() == CardStatus.ACTIVE);
        return holdsOne ? ACTIVE : INFORMATION_ONLY;
    }
}
