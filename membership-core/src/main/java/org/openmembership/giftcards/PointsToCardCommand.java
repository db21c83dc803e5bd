package org.openmembership.giftcards;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.club.PointKind;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.command.Undecided;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardKind;
import org.openmembership.giftcard.GiftCardPosting;
import org.openmembership.giftcard.GiftCardStatus;
import org.openmembership.giftcards.PointsToCardResult.CardRefused;
import org.openmembership.giftcards.PointsToCardResult.KeyReused;
import org.openmembership.giftcards.PointsToCardResult.OutcomeUnknown;
import org.openmembership.giftcards.PointsToCardResult.PointsRefused;
import org.openmembership.giftcards.PointsToCardResult.Redeemed;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.shared.Actor;
import org.openmembership.shared.MoneyRange;
import org.openmembership.shared.Points;
import org.openmembership.step.Asking;
import org.openmembership.step.GiftCardPoints;
import org.openmembership.step.Spending;
import org.openmembership.step.SpendingRoom;
import org.openmembership.storage.Stores;

/** Redeems points to a gift card: a redemption as any other, and money on the card in the same unit of work (A49, R50). */
final class PointsToCardCommand implements KeyedCommand<PointsToCardResult> {
    private final PointsToCard request;
    private final Actor by;

    PointsToCardCommand(PointsToCard request, Actor by) {
        this.request = request;
        this.by = by;
    }

    @Override
    public Identity identity() {
        String content = "giftCard;" + request.account() + ";" + request.card() + ";" + request.amount();
        return new Identity(
                Operation.GIFT_CARD,
                Permission.REDEEM_TO_GIFT_CARD,
                request.account(),
                request.key(),
                Fingerprint.of(content));
    }

    @Override
    public Decision<PointsToCardResult> decide(Situation situation) {
        AccountLedger ledger = situation.ledger(request.account());
        Optional<GiftCard> found = situation.stores().giftCards().lock(request.card());
        if (found.isEmpty()) {
            return Decision.notYet(new CardRefused(PointsToCardRefusal.UNKNOWN_CARD, false));
        }
        Asking asking = new Asking(
                null,
                request.amount(),
                null,
                SpendingRoom.of(
                        ledger.account(), situation.terms(), ledger.holds().total(), ledger.at(), situation.stores()));
        Spending spending =
                new Spending(asking, ledger, situation.terms().terms().spending(), Points.ZERO);
        PointsToCardRefusal ofCard = refusal(found.get(), situation, ledger);
        if (ofCard != null) {
            return refuse(ofCard);
        }
        Optional<SpendingRefusal> refusal = spending.refusal();
        if (refusal.isPresent()) {
            return Decision.refused(new PointsRefused(refusal.get(), false), Spending.answer(refusal.get()));
        }

        PointEntry.Cause cause =
                situation.cause(ledger, EntryKind.REDEMPTION, PointKind.AWARD, Situation.Details.of(request.scene()));
        PointEntry entry = spending.spend(cause, false, situation.stores());
        GiftCardPosting brought = new GiftCardPoints(found.get(), request.amount()).bring(entry, by);
        PointsToCardResult result = new Redeemed(entry, brought.entry(), ledger.available(), false);
        return Decision.done(result, spending.answer(), ledger.posting()).with(brought);
    }

    private @Nullable PointsToCardRefusal refusal(GiftCard card, Situation situation, AccountLedger ledger) {
        if (card.kind() == GiftCardKind.PHYSICAL) {
            return PointsToCardRefusal.PHYSICAL_CARD;
        }
        boolean theirs = situation.stores().accounts().membersOf(request.account()).stream()
                .anyMatch(member -> member.equals(card.owner()));
        if (!theirs) {
            return PointsToCardRefusal.OTHER_OWNER;
        }
        if (card.status() != GiftCardStatus.ACTIVE
                || card.isExpiredOn(situation.terms().businessDate(ledger.at()))) {
            return PointsToCardRefusal.CARD_NOT_USABLE;
        }
        if (!card.balance().isSameCurrency(request.amount())) {
            return PointsToCardRefusal.OTHER_CARD_CURRENCY;
        }
        return MoneyRange.holds(card.balance().plus(request.amount())) ? null : PointsToCardRefusal.TOO_MUCH_MONEY;
    }

    private static Decision<PointsToCardResult> refuse(PointsToCardRefusal reason) {
        return Decision.refused(new CardRefused(reason, false), Answer.of(reason.name()));
    }

    @Override
    public PointsToCardResult repeated(RecordedCommand first, Stores stores) {
        return retell(first, stores);
    }

    static PointsToCardResult retell(RecordedCommand first, Stores stores) {
        return Spending.retell(first, stores)
                .<PointsToCardResult>map(spent -> new Redeemed(
                        spent.entry(),
                        stores.giftCards().ofPoints(spent.entry().id()).orElseThrow(),
                        spent.available(),
                        true))
                .orElseGet(() -> retellRefusal(first.answer()));
    }

    /** Only what is kept of points has figures. */
    private static PointsToCardResult retellRefusal(Answer answer) {
        return answer.figures().isEmpty()
                ? new CardRefused(PointsToCardRefusal.valueOf(answer.outcome()), true)
                : new PointsRefused(Spending.retellRefusal(answer), true);
    }

    @Override
    public Undecided<PointsToCardResult> undecided() {
        return new Undecided<>(
                KeyReused::new,
                new PointsRefused(SpendingRefusal.unknownAccount(Points.ZERO), false),
                OutcomeUnknown::new);
    }
}
