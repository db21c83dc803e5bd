package org.openmembership.giftcards;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.account.AccountId;
import org.openmembership.command.Caller;
import org.openmembership.giftcard.GiftCard;
import org.openmembership.giftcard.GiftCardAnswer;
import org.openmembership.giftcard.GiftCardCodeKind;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.giftcard.GiftCardEntry.Related;
import org.openmembership.giftcard.GiftCardEntryKind;
import org.openmembership.giftcard.GiftCardEvent.GiftCardBlocked;
import org.openmembership.giftcard.GiftCardEvent.GiftCardUnblocked;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.giftcard.GiftCardOperation;
import org.openmembership.giftcard.GiftCardStatus;
import org.openmembership.idempotency.Operation;
import org.openmembership.intake.Intake;
import org.openmembership.proof.Throttles;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Block;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MoneyRange;
import org.openmembership.shared.ReasonCode;

/**
 * The door to gift cards (A49-A51, I21). Thread-safe.
 *
 * <p>Any number of tills may call at once: a balance never goes below zero, and nothing is spent twice. A repeat with the same
 * key and content gives the first answer again; a call whose outcome is unknown is made again under the same key (R27).
 */
public final class GiftCards {
    private final Caller caller;
    private final Throttles throttles;
    private final CardDesk desk;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public GiftCards(Caller caller, Throttles throttles, ZoneId zone) {
        this.caller = caller;
        this.throttles = throttles;
        this.desk = new CardDesk(caller, zone);
    }

    /**
     * Makes a card, with money on it or not. A digital one gets a personal code; a physical one the code that is printed on
     * it, or one to be printed.
     *
     * <p>The answer shows codes masked; who may see them asks {@link GiftCardSearch#codes}.
     *
     * @throws InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public GiftCardChange issue(GiftCardForm form) {
        Intake intake = Intake.of(caller.violations(form));
        boolean good = !form.amount().isNegative() && MoneyRange.holds(form.amount());
        intake.check("amount", good ? null : "must be zero or more and below 10^11");
        CodeMint.check(form.kind(), form.codes(), intake);
        intake.finish();
        CodeMint mint = new CodeMint(throttles.seal());
        String content = form.kind() + ";" + form.amount() + ";" + form.owner() + ";" + form.lastDay() + ";"
                + mint.content(form.codes());
        Instant now = caller.now();
        return caller.change(Permission.ISSUE_GIFT_CARD, Subject.NOBODY, (stores, facts) -> {
            CardCall call = new CardCall(caller, GiftCardOperation.ISSUE, form.key(), content, now, stores, facts);
            return new Issuing(call, mint).issue(form);
        });
    }

    /**
     * Puts money on a card.
     *
     * @param amount above zero
     * @throws InvalidRequestException if it is not
     */
    public GiftCardResult load(GiftCardId card, Money amount, ExternalKey key) {
        requirePositive(amount);
        return desk.keyed(
                Permission.LOAD_GIFT_CARD, GiftCardOperation.LOAD, card, key, amount.toString(), (call, found) -> {
                    GiftCardRefusal refusal = desk.refusal(found, call.now()).orElse(CardCall.loading(found, amount));
                    return refusal == null
                            ? call.post(found, GiftCardEntryKind.LOAD, amount, Related.NOTHING)
                            : call.refuse(found, refusal);
                });
    }

    /**
     * Spends money of the card that a code reaches, with its PIN where it has one.
     *
     * <p>A wrong code or PIN counts for whoever calls, for the origin ({@code Membership.from}), and, where the card is known,
     * for the card; pauses grow and end.
     *
     * @throws InvalidRequestException if the amount is not above zero
     * @throws IllegalStateException in a host's transaction, whose rollback would give a wrong try back
     */
    public GiftCardResult spend(GiftCardSpending request) {
        requirePositive(request.amount());
        CardAccess.requireOwnTransaction(caller);
        Instant now = caller.now();
        return caller.change((stores, facts) -> {
            caller.require(Permission.SPEND_GIFT_CARD, Subject.NOBODY, facts);
            CardAccess.Outcome access =
                    new CardAccess(caller, throttles, now).open(request.code(), request.pin(), stores);
            if (access.pause() != null) {
                return new GiftCardResult.Wait(access.pause());
            }
            GiftCard card = access.card();
            if (card == null) {
                return new GiftCardResult.Unknown();
            }
            facts.attempted(Permission.SPEND_GIFT_CARD, CardDesk.topic(card.id()));
            String content = card.id() + ";" + request.amount();
            return spend(
                    new CardCall(caller, GiftCardOperation.SPEND, request.key(), content, now, stores, facts),
                    card,
                    request.amount());
        });
    }

    private GiftCardResult spend(CardCall call, GiftCard card, Money amount) {
        Optional<GiftCardAnswer> first = call.before();
        if (first.isPresent()) {
            return call.again(first.get());
        }
        Optional<GiftCardRefusal> standing = desk.refusal(card, call.now());
        if (standing.isPresent()) {
            return call.refuse(card, standing.get());
        }
        if (!card.balance().isSameCurrency(amount)) {
            return call.refuse(card, GiftCardRefusal.OTHER_CURRENCY);
        }
        return card.balance().isLessThan(amount)
                ? call.refuse(card, GiftCardRefusal.NOT_ENOUGH_MONEY)
                : call.post(card, GiftCardEntryKind.SPEND, amount.negated(), Related.NOTHING);
    }

    /**
     * Gives back what was spent, or a part of it, to the card it came from; all parts together are no more than was spent.
     *
     * <p>Also to a card that is blocked or whose last day has ended, but not to one that was replaced.
     *
     * @param spend number of the entry that spent it
     * @param amount above zero
     * @throws InvalidRequestException if it is not
     */
    public GiftCardResult refund(GiftCardId card, long spend, Money amount, ExternalKey key) {
        requirePositive(amount);
        String content = spend + ";" + amount;
        return desk.keyed(Permission.REFUND_GIFT_CARD, GiftCardOperation.REFUND, card, key, content, (call, found) -> {
            Optional<GiftCardEntry> spent = call.stores().giftCards().entry(card, spend);
            List<GiftCardEntry> refunds = call.stores().giftCards().refundsOf(card, spend);

            GiftCardRefusal refusal = CardCall.loading(found, amount);
            if (refusal == null) {
                refusal = overRefund(spent, refunds, amount);
            }
            return refusal == null
                    ? call.post(found, GiftCardEntryKind.REFUND, amount, Related.toSpend(spend))
                    : call.refuse(found, refusal);
        });
    }

    private static @Nullable GiftCardRefusal overRefund(
            Optional<GiftCardEntry> spent, List<GiftCardEntry> refunds, Money amount) {
        if (spent.filter(entry -> entry.kind() == GiftCardEntryKind.SPEND).isEmpty()) {
            return GiftCardRefusal.UNKNOWN_SPEND;
        }
        Money left = spent.get().amount().negated();
        for (GiftCardEntry refund : refunds) {
            left = left.minus(refund.amount());
        }
        return left.isLessThan(amount) ? GiftCardRefusal.MORE_THAN_SPENT : null;
    }

    /** Writes off what is on a card after its last day has ended in the shop's zone. */
    public GiftCardResult writeOff(GiftCardId card, ExternalKey key) {
        return desk.keyed(Permission.WRITE_OFF_GIFT_CARD, GiftCardOperation.WRITE_OFF, card, key, "", (call, found) -> {
            if (!found.isExpiredOn(desk.day(call.now()))) {
                return call.refuse(found, GiftCardRefusal.NOT_EXPIRED);
            }
            return found.balance().isZero()
                    ? call.refuse(found, GiftCardRefusal.NOTHING_LEFT)
                    : call.post(
                            found, GiftCardEntryKind.WRITE_OFF, found.balance().negated(), Related.NOTHING);
        });
    }

    /**
     * Gives a card's place, owner, last day and money to a new card with new codes; its own codes find it for ever and spend
     * nothing.
     *
     * @param codes that come from elsewhere
     * @throws InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public GiftCardChange replace(GiftCardId card, GiftCardForm.Codes codes, ExternalKey key) {
        CodeMint mint = new CodeMint(throttles.seal());
        String content = card + ";" + mint.content(codes);
        return desk.changed(GiftCardOperation.REPLACE, card, key, content, (call, kind) -> {
            Intake intake = Intake.of(List.of());
            CodeMint.check(kind.kind(), codes, intake);
            intake.finish();
            return new Issuing(call, mint).replace(card, codes);
        });
    }

    /**
     * Lets a printed or external code reach another card from now on, and no longer the one it reached.
     *
     * @throws IllegalArgumentException for a PIN or personal code, which belong to their card, or for one and the same card
     */
    public GiftCardChange moveCode(GiftCardCodeKind kind, GiftCardId from, GiftCardId to, ExternalKey key) {
        boolean fixed = kind == GiftCardCodeKind.PIN || kind == GiftCardCodeKind.PERSONAL;
        if (fixed || from.equals(to)) {
            throw new IllegalArgumentException("a code of kind " + kind + " cannot move from " + from + " to " + to);
        }
        String content = kind + ";" + from + ";" + to;
        return desk.changed(
                GiftCardOperation.MOVE_CODE,
                from,
                key,
                content,
                (call, any) -> new Issuing(call, new CodeMint(throttles.seal())).moveCode(kind, from, to));
    }

    /** Keeps a card from being spent and loaded; a repeat changes nothing. Empty for one that is unknown or replaced. */
    public Optional<ShownGiftCard> block(GiftCardId card, ReasonCode reason) {
        Instant now = caller.now();
        return desk.standing(card, GiftCardStatus.ACTIVE, (found, facts) -> {
            facts.happened(new GiftCardBlocked(card, reason), now);
            return found.with(new Block(reason, caller.actor(), now));
        });
    }

    /** Lets a card be spent and loaded again; as {@link #block} else. */
    public Optional<ShownGiftCard> unblock(GiftCardId card) {
        Instant now = caller.now();
        return desk.standing(card, GiftCardStatus.BLOCKED, (found, facts) -> {
            facts.happened(new GiftCardUnblocked(card), now);
            return found.with(null);
        });
    }

    /**
     * What is on the card that a code reaches: needs whatever spending needs, and counts as a try (S30).
     *
     * @throws IllegalStateException in a host's transaction, whose rollback would give a wrong try back
     */
    public BalanceResult balance(String code, @Nullable String pin) {
        CardAccess.requireOwnTransaction(caller);
        Instant now = caller.now();
        return caller.housekeeping(stores -> {
            caller.require(Permission.SPEND_GIFT_CARD, Subject.NOBODY);
            CardAccess.Outcome access = new CardAccess(caller, throttles, now).open(code, pin, stores);
            if (access.pause() != null) {
                return new BalanceResult.Wait(access.pause());
            }
            GiftCard card = access.card();
            return card == null
                    ? new BalanceResult.Unknown()
                    : new BalanceResult.Known(
                            card.balance(), card.status(), card.life().lastDay());
        });
    }

    /**
     * Redeems points of an account to a digital card of one of its members: one entry there and one here, both or neither
     * (A49, R50).
     *
     * <p>The bounds of redemptions hold (R49). Points that are pending, held or lapsed are not redeemed. Undone by reversing the
     * entry of the account, as long as the money is on the card.
     *
     * @throws InvalidRequestException if the amount is not above zero
     */
    public PointsToCardResult redeem(PointsToCard request) {
        requirePositive(request.amount());
        return caller.keyed(new PointsToCardCommand(request, caller.actor()));
    }

    /** What was answered to {@link #redeem} under a key; empty only if it surely was not done (I29). */
    public Optional<PointsToCardResult> lookup(AccountId account, ExternalKey key) {
        return caller.lookup(Operation.GIFT_CARD, account, key, PointsToCardCommand::retell);
    }

    private void requirePositive(Money amount) {
        Intake intake = Intake.of(List.of());
        boolean good = amount.isPositive() && MoneyRange.holds(amount);
        intake.check("amount", good ? null : "must be above zero and below 10^11");
        intake.finish();
    }
}
