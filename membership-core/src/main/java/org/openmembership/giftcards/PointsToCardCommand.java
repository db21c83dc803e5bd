package org.openmembership.giftcards;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.command.Decision;
import org.openmembership.command.KeyedCommand;
import org.openmembership.command.Situation;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardKind;
import org.openmembership.giftcard.GiftCardPosting;
import org.openmembership.giftcard.GiftCardStatus;
import org.openmembership.giftcards.PointsToCardResult.KeyReused;
import org.openmembership.giftcards.PointsToCardResult.OutcomeUnknown;
import org.openmembership.giftcards.PointsToCardResult.Redeemed;
import org.openmembership.giftcards.PointsToCardResult.Refused;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
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
    private static final String ASKED = "asked";
    private static final String AVAILABLE = "available";
    private static final String BOUND = "bound";

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
    public SortedSet<AccountId> accounts() {
        SortedSet<AccountId> accounts = new TreeSet<>();
        accounts.add(request.account());
        return accounts;
    }

    @Override
    public @Nullable Cover cover(Club club, Instant now) {
        return null;
    }

    @Override
    public Decision<PointsToCardResult> decide(Situation situation) {
        AccountLedger ledger = situation.ledger(request.account());
        Optional<GiftCard> found = situation.stores().giftCards().lock(request.card());
        if (found.isEmpty()) {
            return Decision.notYet(refused(PointsToCardRefusal.UNKNOWN_CARD, Points.ZERO, ledger, Points.ZERO));
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
            return refuse(ofCard, asking.points(), ledger, Points.ZERO);
        }
        Optional<Asking.Refusal> refusal = spending.refusal();
        if (refusal.isPresent()) {
            return refuse(
                    PointsToCardRefusal.of(refusal.get()),
                    asking.points(),
                    ledger,
                    refusal.get().bound());
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
            return PointsToCardRefusal.OTHER_CURRENCY;
        }
        return MoneyRange.holds(card.balance().plus(request.amount())) ? null : PointsToCardRefusal.TOO_MUCH_MONEY;
    }

    private static Decision<PointsToCardResult> refuse(
            PointsToCardRefusal reason, Points asked, AccountLedger ledger, Points bound) {
        Map<String, Long> figures = Map.of(
                ASKED, asked.hundredths(),
                AVAILABLE, ledger.available().hundredths(),
                BOUND, bound.hundredths());
        return Decision.refused(refused(reason, asked, ledger, bound), Answer.of(reason.name(), figures));
    }

    private static PointsToCardResult refused(
            PointsToCardRefusal reason, Points asked, AccountLedger ledger, Points bound) {
        return new Refused(reason, asked, ledger.available(), bound, false);
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

    private static Refused retellRefusal(Answer answer) {
        return new Refused(
                PointsToCardRefusal.valueOf(answer.outcome()),
                Points.ofHundredths(answer.figure(ASKED)),
                Points.ofHundredths(answer.figure(AVAILABLE)),
                Points.ofHundredths(answer.figure(BOUND)),
                true);
    }

    @Override
    public PointsToCardResult keyReused(Instant firstUsedAt) {
        return new KeyReused(request.key(), firstUsedAt);
    }

    @Override
    public PointsToCardResult unknownAccount() {
        return new Refused(PointsToCardRefusal.UNKNOWN_ACCOUNT, Points.ZERO, Points.ZERO, Points.ZERO, false);
    }

    @Override
    public PointsToCardResult outcomeUnknown() {
        return new OutcomeUnknown(request.key());
    }
}
