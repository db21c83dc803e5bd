package org.openmembership.card;

import java.util.Set;

/**
 * A card that is added, with all that a scanner may read from it (R19).
 *
 * @param scans its number among them; no two cards of a shop share one
 */
public record IssuedCard(MembershipCard card, Set<CardNumber> scans) {
    public IssuedCard {
        scans = Set.copyOf(scans);
        if (!scans.contains(card.number())) {
            throw new IllegalArgumentException("a card scans as its own number, " + card.number());
        }
    }
}
