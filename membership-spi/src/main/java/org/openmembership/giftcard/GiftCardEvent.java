package org.openmembership.giftcard;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.member.MemberId;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Topic;

/** Something has happened to a gift card; told without any of its codes. */
public sealed interface GiftCardEvent extends MembershipEvent {
    GiftCardId card();

    @Override
    default Topic topic() {
        return new Topic(Topic.Kind.GIFT_CARD, card().value());
    }

    /** @param owner null for nobody in particular */
    record GiftCardIssued(
            GiftCardId card, GiftCardKind kind, @Nullable MemberId owner) implements GiftCardEvent {}

    /** Money came or left. */
    record GiftCardPosted(GiftCardId card, long seq, GiftCardEntryKind kind, Money amount, Money balance)
            implements GiftCardEvent {
        public static GiftCardPosted of(GiftCardEntry entry) {
            return new GiftCardPosted(entry.card(), entry.seq(), entry.kind(), entry.amount(), entry.balanceAfter());
        }
    }

    record GiftCardBlocked(GiftCardId card, ReasonCode reason) implements GiftCardEvent {}

    record GiftCardUnblocked(GiftCardId card) implements GiftCardEvent {}

    /** Another card has the money, and new codes. */
    record GiftCardReplaced(GiftCardId card, GiftCardId by) implements GiftCardEvent {}

    /** A code reaches this card and no longer the one it reached before. */
    record GiftCardCodeMoved(GiftCardId card, GiftCardCodeKind code, GiftCardId from) implements GiftCardEvent {}

    /** @param owner null for nobody any more */
    record GiftCardOwnerChanged(GiftCardId card, @Nullable MemberId owner) implements GiftCardEvent {}
}
