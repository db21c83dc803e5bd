package org.openmembership.giftcards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcard.GiftCardOperation;
import org.openmembership.giftcard.GiftCardStatus;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Topic;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/** What calls about a card that is named by its id have in common: who may, under which key, and whether the card is good. */
record CardDesk(Caller caller, ZoneId zone) {
    /** Blocks or unblocks a card that is in a status. */
    Optional<ShownGiftCard> standing(GiftCardId id, GiftCardStatus from, BiFunction<GiftCard, Facts, GiftCard> change) {
        return caller.change((stores, facts) -> {
            Optional<GiftCard> found = stores.giftCards().lock(id);
            caller.require(Permission.BLOCK_GIFT_CARD, subject(found), facts);
            found.filter(card -> card.status() == from)
                    .ifPresent(card -> stores.giftCards().update(change.apply(card, facts)));
            return found.filter(card -> card.status() != GiftCardStatus.REPLACED)
                    .map(card ->
                            CardCall.show(stores.giftCards().find(card.id()).orElseThrow(), stores));
        });
    }

    /** A keyed call that moves money of one card, locked; answered as before where it was made before. */
    GiftCardResult keyed(
            Permission permission,
            GiftCardOperation operation,
            GiftCardId id,
            ExternalKey key,
            String content,
            BiFunction<CardCall, GiftCard, GiftCardResult> work) {
        Instant now = caller.now();
        return caller.change((stores, facts) -> {
            Optional<GiftCard> found = permitted(permission, id, stores, facts);
            if (found.isEmpty()) {
                return new GiftCardResult.Refused(GiftCardRefusal.UNKNOWN_CARD, null, false);
            }
            CardCall call = new CardCall(caller, operation, key, id + ";" + content, now, stores, facts);
            return call.before().map(call::again).orElseGet(() -> work.apply(call, found.get()));
        });
    }

    /** A keyed call that changes cards, which it locks itself. */
    GiftCardChange changed(
            GiftCardOperation operation,
            GiftCardId id,
            ExternalKey key,
            String content,
            BiFunction<CardCall, GiftCard, GiftCardChange> work) {
        Instant now = caller.now();
        return caller.change((stores, facts) -> {
            Optional<GiftCard> found = permittedUnlocked(Permission.CHANGE_GIFT_CARD_CODES, id, stores, facts);
            CardCall call = new CardCall(caller, operation, key, content, now, stores, facts);
            return found.map(card -> work.apply(call, card))
                    .orElseGet(() -> new GiftCardChange.Refused(GiftCardRefusal.UNKNOWN_CARD, false));
        });
    }

    private Optional<GiftCard> permitted(Permission permission, GiftCardId id, Stores stores, Facts facts) {
        return require(permission, id, stores.giftCards()::lock, facts);
    }

    /** For what locks several cards in their order. */
    private Optional<GiftCard> permittedUnlocked(Permission permission, GiftCardId id, Stores stores, Facts facts) {
        return require(permission, id, stores.giftCards()::find, facts);
    }

    private Optional<GiftCard> require(
            Permission permission, GiftCardId id, Function<GiftCardId, Optional<GiftCard>> reading, Facts facts) {
        Optional<GiftCard> found = reading.apply(id);
        caller.require(permission, subject(found), facts);
        facts.attempted(permission, topic(id));
        return found;
    }

    static Subject subject(Optional<GiftCard> card) {
        return card.map(GiftCard::owner)
                .map(owner -> new Subject(owner.value()))
                .orElse(Subject.NOBODY);
    }

    static Topic topic(GiftCardId card) {
        return new Topic(Topic.Kind.GIFT_CARD, card.value());
    }

    /** Why a card is neither spent nor loaded. */
    Optional<GiftCardRefusal> refusal(GiftCard card, Instant now) {
        if (card.status() == GiftCardStatus.REPLACED) {
            return Optional.of(GiftCardRefusal.REPLACED);
        }
        if (card.status() == GiftCardStatus.BLOCKED) {
            return Optional.of(GiftCardRefusal.BLOCKED);
        }
        return card.isExpiredOn(day(now)) ? Optional.of(GiftCardRefusal.EXPIRED) : Optional.empty();
    }

    LocalDate day(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
