package org.openmembership.step;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardEntryKind;
import org.openmembership.giftcard.GiftCardPosting;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Actor;
import org.openmembership.storage.Stores;

/**
 * Points that become money on a gift card, and back: one entry of an account and one of a card, both or neither (A49, I21).
 *
 * @param card locked
 * @param amount what the points are worth
 */
public record GiftCardPoints(GiftCard card, Money amount) {
    /** What a redemption brought to a card; empty for one that paid for something else. */
    public static Optional<GiftCardPoints> ofRedemption(PointEntry entry, Stores stores) {
        if (entry.cause().origin().command().operation() != Operation.GIFT_CARD) {
            return Optional.empty();
        }
        GiftCardEntry brought = stores.giftCards().ofPoints(entry.id()).orElseThrow();
        GiftCard card = stores.giftCards().lock(brought.card()).orElseThrow();
        return Optional.of(new GiftCardPoints(card, brought.amount()));
    }

    /** Whether the money is still there; that of a card that was replaced is on another one. */
    public boolean canBeTaken() {
        return !card.balance().isLessThan(amount);
    }

    /** @param spent the entry that took the points */
    public GiftCardPosting bring(PointEntry spent, Actor by) {
        return post(GiftCardEntryKind.POINTS, amount, spent, by);
    }

    /** @param given the entry that gave the points back */
    public GiftCardPosting takeBack(PointEntry given, Actor by) {
        return post(GiftCardEntryKind.POINTS_BACK, amount.negated(), given, by);
    }

    private GiftCardPosting post(GiftCardEntryKind kind, Money signed, PointEntry points, Actor by) {
        Instant at = points.recordedAt();
        return card.post(
                kind,
                signed,
                GiftCardEntry.Related.toPoints(points.id()),
                new GiftCardEntry.Origin(points.cause().origin().command().key(), by, at));
    }
}
