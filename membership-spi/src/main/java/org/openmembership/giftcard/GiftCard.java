package org.openmembership.giftcard;

import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.member.MemberId;
import org.openmembership.shared.Block;

/**
 * Money that can be reached by codes (A50). Its currency never changes (I21).
 *
 * @param owner the member whose it is; null for one that is whoever's has its code
 * @param money what is on it
 * @param life until when it is good, and what took its place
 * @param block why nothing is spent or loaded; null where it may be
 * @param version counts its changes, from 1; a change that met another version is lost and run again
 */
public record GiftCard(
        GiftCardId id,
        GiftCardKind kind,
        @Nullable MemberId owner,
        Content money,
        Life life,
        @Nullable Block block,
        int version) {
    public static final int FIRST_VERSION = 1;

    /**
     * What is on a card.
     *
     * @param balance zero or more
     * @param seq of the last entry, 0 before the first
     */
    public record Content(Money balance, long seq) {
        public Content {
            if (balance.isNegative() || seq < 0) {
                throw new IllegalArgumentException("a gift card holds zero or more, not " + balance);
            }
        }
    }

    /**
     * How long a card is good.
     *
     * @param lastDay the last day on which it can be spent; null for ever
     * @param replacedBy the card that took its place, null where none has
     */
    public record Life(
            Instant createdAt,
            @Nullable LocalDate lastDay,
            @Nullable GiftCardId replacedBy) {}

    public Money balance() {
        return money.balance();
    }

    public GiftCardStatus status() {
        if (life.replacedBy() != null) {
            return GiftCardStatus.REPLACED;
        }
        return block == null ? GiftCardStatus.ACTIVE : GiftCardStatus.BLOCKED;
    }

    /** Whether its last day has ended on {@code day}. */
    public boolean isExpiredOn(LocalDate day) {
        return life.lastDay() != null && day.isAfter(life.lastDay());
    }

    /**
     * The card after {@code amount} has come to it, or left it.
     *
     * @throws IllegalArgumentException if it would hold less than zero, or the sign is not the kind's
     */
    public GiftCardPosting post(
            GiftCardEntryKind entryKind, Money amount, GiftCardEntry.Related related, GiftCardEntry.Origin origin) {
        Content after = new Content(balance().plus(amount), money.seq() + 1);
        GiftCardEntry entry = new GiftCardEntry(id, after.seq(), entryKind, amount, after.balance(), related, origin);
        return new GiftCardPosting(new GiftCard(id, kind, owner, after, life, block, version + 1), entry);
    }

    public GiftCard with(@Nullable Block newBlock) {
        return new GiftCard(id, kind, owner, money, life, newBlock, version + 1);
    }

    public GiftCard replacedBy(GiftCardId other) {
        Life replaced = new Life(life.createdAt(), life.lastDay(), other);
        return new GiftCard(id, kind, owner, money, replaced, block, version + 1);
    }
}
