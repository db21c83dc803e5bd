package org.openmembership.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardEntryKind;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;

/** What must be true of gift cards (I21). */
final class GiftCardAudit {
    private final State state;

    GiftCardAudit(State state) {
        this.state = state;
    }

    List<Violation> unbalanced() {
        List<Violation> found = new ArrayList<>();
        for (GiftCard card : state.giftCards.values().toList()) {
            Key prefix = Key.of(card.id());
            List<GiftCardEntry> entries =
                    state.giftCardEntries.between(prefix, prefix.end()).toList();
            boolean same = entries.stream().allMatch(entry -> entry.amount().isSameCurrency(card.balance()));
            Money sum = card.balance().minus(card.balance());
            for (GiftCardEntry entry : entries) {
                sum = same ? sum.plus(entry.amount()) : sum;
            }
            if (!same
                    || !sum.equals(card.balance())
                    || entries.size() != card.money().seq()) {
                found.add(new Violation(
                        Invariant.GIFT_CARD_AGREES,
                        card.id().value(),
                        "holds " + card.balance() + ", " + entries.size() + " entries say " + sum));
            }
        }
        return found;
    }

    List<Violation> unpaired() {
        List<Violation> found = new ArrayList<>();
        for (GiftCardEntry entry : state.giftCardEntries.values().toList()) {
            EntryId points = entry.related().points();
            if (points != null
                    && state.entries
                            .find(points)
                            .filter(of -> fits(of, entry.kind()))
                            .isEmpty()) {
                found.add(violation(entry.card().value(), "has " + entry.amount() + " for no points at " + points));
            }
        }
        state.entries
                .values()
                .filter(entry -> isOfCard(entry) && !state.giftCardEntriesByPoints.contains(entry.id()))
                .forEach(entry -> found.add(violation(entry.id().toString(), "brought nothing to a gift card")));
        return found;
    }

    /** What came to a card for points that were worth less, or was taken off otherwise than it had come. */
    List<Violation> worthless() {
        List<Violation> found = new ArrayList<>();
        for (GiftCardEntry entry : state.giftCardEntries.values().toList()) {
            Optional<PointEntry> points =
                    Optional.ofNullable(entry.related().points()).flatMap(state.entries::find);
            boolean wrong = points.isPresent()
                    && (entry.kind() == GiftCardEntryKind.POINTS
                            ? !isWorth(points.get(), entry)
                            : brought(points.get())
                                    .filter(came -> came.card().equals(entry.card()))
                                    .filter(came ->
                                            came.amount().equals(entry.amount().negated()))
                                    .isEmpty());
            if (wrong) {
                found.add(new Violation(
                        Invariant.GIFT_CARD_POINTS_WORTH,
                        entry.card() + "#" + entry.seq(),
                        entry.amount() + " for " + points.get().points()));
            }
        }
        return found;
    }

    private static boolean isWorth(PointEntry points, GiftCardEntry entry) {
        BigMoney worth = points.value();
        return worth.isSameCurrency(entry.amount()) && !worth.isLessThan(entry.amount());
    }

    private Optional<GiftCardEntry> brought(PointEntry undoing) {
        return undoing.related()
                .flatMap(spent -> state.giftCardEntries
                        .values()
                        .filter(entry -> spent.equals(entry.related().points()))
                        .findFirst());
    }

    private boolean fits(PointEntry points, GiftCardEntryKind kind) {
        return kind == GiftCardEntryKind.POINTS
                ? points.cause().origin().command().operation() == Operation.GIFT_CARD
                : kind == GiftCardEntryKind.POINTS_BACK && undoes(points);
    }

    private boolean isOfCard(PointEntry entry) {
        return entry.cause().origin().command().operation() == Operation.GIFT_CARD || undoes(entry);
    }

    private boolean undoes(PointEntry entry) {
        return entry.kind() == EntryKind.REVERSAL
                && Optional.ofNullable(entry.cause().origin().related())
                        .flatMap(state.entries::find)
                        .filter(original -> original.cause().origin().command().operation() == Operation.GIFT_CARD)
                        .isPresent();
    }

    private static Violation violation(String subject, String finding) {
        return new Violation(Invariant.GIFT_CARD_POINTS_PAIRED, subject, finding);
    }
}
