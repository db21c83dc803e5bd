package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.MemberAccount;
import org.openmembership.card.CardEvent.CardAssigned;
import org.openmembership.card.CardNumber;
import org.openmembership.card.IssuedCard;
import org.openmembership.card.MembershipCard;
import org.openmembership.card.MembershipCard.Holder;
import org.openmembership.card.MembershipCard.Issue;
import org.openmembership.club.Club;
import org.openmembership.member.MemberId;
import org.openmembership.storage.Stores;

/** Hands cards out to accounts (B34): those that were made before, and those whose number is met for the first time. */
public record CardHandout(ScannedCards scanned, PublishedClubs clubs, Instant now) {
    /** Hands a card out to an account that is kept, unless something speaks against it. */
    public CardOutcome give(
            CardNumber number, MemberAccount account, @Nullable MemberId carrier, Stores stores, Facts facts) {
        Optional<MembershipCard> existing = scanned.find(number, stores);
        Club club = clubs.require(account.club(), now, stores).club();

        if (existing.isPresent() && account.id().equals(existing.get().account().orElse(null))) {
            return new CardOutcome(existing.get(), null, true);
        }
        if (account.isClosed()) {
            return CardOutcome.refused(CardOutcome.Refusal.CLOSED);
        }
        if (existing.isPresent()) {
            Optional<CardOutcome.Refusal> against = against(existing.get(), account);
            return against.map(CardOutcome::refused)
                    .orElseGet(() -> give(existing.get(), account, carrier, club, stores, facts));
        }
        return club.accounts().cards().onlySeries()
                ? CardOutcome.refused(CardOutcome.Refusal.UNKNOWN_CARD)
                : giveNew(number, account, carrier, stores, facts);
    }

    private static Optional<CardOutcome.Refusal> against(MembershipCard card, MemberAccount account) {
        if (card.holder() != null) {
            return Optional.of(CardOutcome.Refusal.TAKEN);
        }
        if (card.isBlocked()) {
            return Optional.of(CardOutcome.Refusal.BLOCKED);
        }
        return card.club().equals(account.club()) ? Optional.empty() : Optional.of(CardOutcome.Refusal.OTHER_CLUB);
    }

    private CardOutcome give(
            MembershipCard card,
            MemberAccount account,
            @Nullable MemberId carrier,
            Club club,
            Stores stores,
            Facts facts) {
        MembershipCard handed =
                card.heldBy(new Holder(account.id(), carrier, now), lastDay(card, club, !account.isUnassigned()));
        stores.cards().update(List.of(handed));
        tell(handed, account, facts);
        return new CardOutcome(handed, null, false);
    }

    private CardOutcome giveNew(
            CardNumber number, MemberAccount account, @Nullable MemberId carrier, Stores stores, Facts facts) {
        MembershipCard card = new MembershipCard(
                number,
                new Issue(account.club(), null, null, now),
                new Holder(account.id(), carrier, now),
                MembershipCard.Life.NEW,
                null,
                MembershipCard.FIRST_VERSION);
        IssuedCard issued = scanned.issued(card, Set.of(number));
        if (!stores.cards().findAll(issued.scans()).isEmpty()) {
            return CardOutcome.refused(CardOutcome.Refusal.TAKEN);
        }
        stores.cards().add(List.of(issued));
        tell(card, account, facts);
        return new CardOutcome(card, null, false);
    }

    /** The last day a card is good for that is handed out now; null for ever. */
    @Nullable
    LocalDate lastDay(MembershipCard card, Club club, boolean toSomebody) {
        return Optional.ofNullable(card.issue().series())
                .flatMap(club.accounts().cards()::series)
                .map(series -> series.life().lastDay(club.businessDate(now), toSomebody))
                .orElse(null);
    }

    private void tell(MembershipCard card, MemberAccount account, Facts facts) {
        facts.happened(new CardAssigned(card.club(), account.id(), card.number(), card.carrier()), now);
    }
}
