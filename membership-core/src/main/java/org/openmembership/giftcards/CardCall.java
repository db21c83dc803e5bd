package org.openmembership.giftcards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.command.Caller;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardAnswer;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardEntryKind;
import org.openmembership.giftcard.GiftCardEvent.GiftCardPosted;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcard.GiftCardOperation;
import org.openmembership.giftcard.GiftCardPosting;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MoneyRange;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;

/**
 * One keyed call about gift cards in the open unit of work: the only place here that knows how a key makes it safe to repeat
 * (R27).
 *
 * @param content that decides its effect
 */
record CardCall(
        Caller caller,
        GiftCardOperation operation,
        ExternalKey key,
        String content,
        Instant now,
        Stores stores,
        Facts facts) {
    private static final String DONE = "DONE";

    /** What was answered under the key, if it was used. */
    Optional<GiftCardAnswer> before() {
        return stores.giftCards().answer(operation, key);
    }

    boolean isSame(GiftCardAnswer first) {
        return first.fingerprint().equals(Fingerprint.of(content));
    }

    /** The first answer about money again, or that the key is used. */
    GiftCardResult again(GiftCardAnswer first) {
        if (!isSame(first)) {
            return new GiftCardResult.KeyReused(key, first.recordedAt());
        }
        if (!isDone(first)) {
            Optional<GiftCard> card = stores.giftCards().find(first.card());
            return new GiftCardResult.Refused(
                    refusal(first), card.map(GiftCard::balance).orElse(null), true);
        }
        GiftCardEntry entry =
                stores.giftCards().entry(first.card(), first.seq()).orElseThrow();
        return new GiftCardResult.Posted(entry, true);
    }

    /** The first answer about a change again, or that the key is used. */
    GiftCardChange changedAgain(GiftCardAnswer first) {
        if (!isSame(first)) {
            return new GiftCardChange.KeyReused(key, first.recordedAt());
        }
        return isDone(first)
                ? new GiftCardChange.Changed(show(first.card()), true)
                : new GiftCardChange.Refused(refusal(first), true);
    }

    GiftCardResult refuse(GiftCard card, GiftCardRefusal reason) {
        record(card.id(), 0, reason.name());
        return new GiftCardResult.Refused(reason, card.balance(), false);
    }

    GiftCardChange refuseChange(GiftCardId card, GiftCardRefusal reason) {
        record(card, 0, reason.name());
        return new GiftCardChange.Refused(reason, false);
    }

    GiftCardChange changed(GiftCardId card) {
        record(card, 0, DONE);
        return new GiftCardChange.Changed(show(card), false);
    }

    /** Moves money, and keeps that it was this key that did. */
    GiftCardResult post(GiftCard card, GiftCardEntryKind kind, Money amount, GiftCardEntry.Related related) {
        GiftCardPosting posting = move(card, kind, amount, related);
        record(card.id(), posting.entry().seq(), DONE);
        return new GiftCardResult.Posted(posting.entry(), false);
    }

    /** Moves money as a part of something else. */
    GiftCardPosting move(GiftCard card, GiftCardEntryKind kind, Money amount, GiftCardEntry.Related related) {
        GiftCardPosting posting = card.post(kind, amount, related, new GiftCardEntry.Origin(key, caller.actor(), now));
        stores.giftCards().post(posting);
        facts.happened(GiftCardPosted.of(posting.entry()), now);
        return posting;
    }

    ShownGiftCard show(GiftCardId card) {
        return show(stores.giftCards().find(card).orElseThrow(), stores);
    }

    static ShownGiftCard show(GiftCard card, Stores stores) {
        List<ShownCode> codes = stores.giftCards().codesOf(List.of(card.id())).stream()
                .map(ShownCode::masked)
                .toList();
        return new ShownGiftCard(card, codes);
    }

    /** Why nothing may come to a card, or null. */
    static @Nullable GiftCardRefusal loading(GiftCard card, Money amount) {
        if (!card.balance().isSameCurrency(amount)) {
            return GiftCardRefusal.OTHER_CURRENCY;
        }
        if (card.life().replacedBy() != null) {
            return GiftCardRefusal.REPLACED;
        }
        return MoneyRange.holds(card.balance().plus(amount)) ? null : GiftCardRefusal.TOO_MUCH_MONEY;
    }

    private void record(GiftCardId card, long seq, String outcome) {
        stores.giftCards().record(new GiftCardAnswer(operation, key, Fingerprint.of(content), card, seq, outcome, now));
    }

    private static boolean isDone(GiftCardAnswer first) {
        return first.outcome().equals(DONE);
    }

    private static GiftCardRefusal refusal(GiftCardAnswer first) {
        return GiftCardRefusal.valueOf(first.outcome());
    }
}
