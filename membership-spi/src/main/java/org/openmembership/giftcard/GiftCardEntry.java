package org.openmembership.giftcard;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.ledger.EntryId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MoneyRange;

/**
 * Money that came to a gift card or left it, once and for ever.
 *
 * @param seq 1 for the card's first entry, without gaps
 * @param amount above zero where its kind adds, below zero otherwise
 * @param balanceAfter what was on the card right after, never below zero
 * @param related what it follows from
 * @param origin who made it, and when
 */
public record GiftCardEntry(
        GiftCardId card,
        long seq,
        GiftCardEntryKind kind,
        Money amount,
        Money balanceAfter,
        Related related,
        Origin origin) {
    public GiftCardEntry {
        boolean signed = kind.adds() ? amount.isPositive() : amount.isNegative();
        boolean bounded = MoneyRange.holds(amount) && MoneyRange.holds(balanceAfter);
        if (seq < 1 || !signed || balanceAfter.isNegative() || !bounded) {
            throw new IllegalArgumentException(
                    "GiftCardEntry " + seq + " of kind " + kind + ": " + amount + " leaves " + balanceAfter);
        }
        if (!amount.isSameCurrency(balanceAfter)) {
            throw new IllegalArgumentException("GiftCardEntry is in one currency, not " + amount + ", " + balanceAfter);
        }
    }

    /**
     * What an entry follows from.
     *
     * @param spend the entry of the same card that a refund gives back; 0 for no refund
     * @param points the entry of an account that was redeemed to the card, or that undid it; null where it is about none
     * @param card the card that had its money before, or has it now; null where none is
     */
    public record Related(
            long spend, @Nullable EntryId points, @Nullable GiftCardId card) {
        public static final Related NOTHING = new Related(0, null, null);

        /** What gives back an entry of the same card. */
        public static Related toSpend(long seq) {
            return new Related(seq, null, null);
        }

        public static Related toPoints(EntryId entry) {
            return new Related(0, entry, null);
        }

        public static Related toCard(GiftCardId other) {
            return new Related(0, null, other);
        }
    }

    /**
     * Who made an entry.
     *
     * @param key the caller's
     * @param recordedAt by our clock
     */
    public record Origin(ExternalKey key, Actor by, Instant recordedAt) {}
}
