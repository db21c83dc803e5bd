package org.openmembership.step;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.openmembership.access.Subject;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardNumber;
import org.openmembership.card.IssuedCard;
import org.openmembership.card.MembershipCard;
import org.openmembership.storage.Stores;

/**
 * Cards as scanners read them (D15, R19).
 *
 * <p>What a series lets a scanner leave out is kept with each card. The shop's own prefix, which it may change, is not: it is
 * taken off here where the text as it stands belongs to no card.
 *
 * @param prefix what the shop puts before its codes; empty if nothing
 */
public record ScannedCards(String prefix) {
    public Optional<MembershipCard> find(CardNumber scanned, Stores stores) {
        Optional<MembershipCard> found = stores.cards().find(scanned);
        return found.isPresent() || !isPrefixed(scanned)
                ? found
                : stores.cards().find(bare(scanned));
    }

    /** A card that a scanner may read like this; with the shop's prefix, or without if it has it already. */
    public IssuedCard issued(MembershipCard card, Set<CardNumber> scans) {
        Set<CardNumber> all = new LinkedHashSet<>(scans);
        scans.stream().filter(this::isPrefixed).map(this::bare).forEach(all::add);
        return new IssuedCard(card, all);
    }

    /** Whom a call about a card is about: its carrier, else whoever represents its account. */
    public static Subject subject(MembershipCard card, Stores stores) {
        if (card.carrier() != null) {
            return new Subject(card.carrier().value());
        }
        return card.account()
                .flatMap(stores.accounts()::find)
                .map(MemberAccount::subject)
                .orElse(Subject.NOBODY);
    }

    private boolean isPrefixed(CardNumber scanned) {
        return !prefix.isEmpty()
                && scanned.value().startsWith(prefix)
                && scanned.value().length() > prefix.length();
    }

    private CardNumber bare(CardNumber scanned) {
        return CardNumber.of(scanned.value().substring(prefix.length()));
    }
}
