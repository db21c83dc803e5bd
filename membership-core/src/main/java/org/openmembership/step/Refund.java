package org.openmembership.step;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.club.TenderTerms.Refunds;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.rules.SaleEarning;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;

/**
 * Money of returned goods that is paid back as points, beyond what was paid with points (B50).
 *
 * <p>Never more than the money due back: neither more than the receipt's lines leave after its other tenders, nor more than
 * the returned lines are worth. It becomes points at the value of a point of the sale's own time, cut to what points can
 * count, so that they are never worth more than the money.
 *
 * @param account it goes to
 * @param money in the currency of the receipt, above zero
 */
public record Refund(AccountId account, BigDecimal money) {
    /** The reason on the entry that a refund makes. */
    public static final ReasonCode REASON = ReasonCode.of("REFUND");

    /** Why money is not paid back as points; verbs tell it by the same names. */
    public enum Reason {
        NOT_ALLOWED,
        MORE_THAN_DUE,
        SEVERAL_CLUBS,
        NO_VALUE,
        RATE_MISSING,
        CLOSED
    }

    /**
     * @param asked what would be paid back as points
     * @param due how much of it could be at most
     */
    public record Refusal(ClubId club, Reason reason, Money asked, Money due) {}

    /** Nothing, a refund, or why there is none. */
    public record Outcome(@Nullable Refund refund, @Nullable Refusal refusal) {
        static final Outcome NONE = new Outcome(null, null);
    }

    private record Asked(AccountId account, Club club, BigDecimal money) {}

    /** Decides on what the tenders of a receipt say, for the accounts it posts to. */
    public static Outcome of(
            Purchase purchase, Collection<AccountId> accounts, LinkedReturns returns, SaleJournal journal) {
        if (purchase.content().tenders().stream()
                .noneMatch(tender -> tender.amount().isNegative())) {
            return Outcome.NONE;
        }
        List<Asked> allowing = new ArrayList<>();
        Outcome refused = Outcome.NONE;
        for (AccountId account : accounts) {
            Club club = journal.club(account, purchase).club();
            BigDecimal said = SpentPoints.paid(purchase, club).negate();
            BigDecimal beyond = said.subtract(returns.paidBack().given());
            if (club.terms().spending().tender().refunds() == Refunds.MONEY_TOO) {
                if (isPayable(beyond, purchase)) {
                    allowing.add(new Asked(account, club, beyond));
                }
            } else if (isPayable(said.subtract(mostSpent(club, returns)), purchase)) {
                Asked asked = new Asked(account, club, beyond);
                refused = refuse(asked, Reason.NOT_ALLOWED, BigDecimal.ZERO, purchase);
            }
        }
        return allowing.isEmpty() ? refused : decide(allowing, purchase, returns, journal);
    }

    private static Outcome decide(List<Asked> allowing, Purchase purchase, LinkedReturns returns, SaleJournal journal) {
        Asked asked = allowing.get(0);
        BigDecimal due = due(asked.club(), purchase, returns);
        if (allowing.size() > 1) {
            return refuse(asked, Reason.SEVERAL_CLUBS, due, purchase);
        }
        if (journal.account(asked.account()).isClosed()) {
            return refuse(asked, Reason.CLOSED, due, purchase);
        }
        if (asked.club().points().value().perPoint().isZero()) {
            return refuse(asked, Reason.NO_VALUE, due, purchase);
        }
        if (purchase.rateTo(asked.club().place().currency()).isEmpty()) {
            return refuse(asked, Reason.RATE_MISSING, due, purchase);
        }
        return asked.money().compareTo(due) > 0
                ? refuse(asked, Reason.MORE_THAN_DUE, due, purchase)
                : new Outcome(new Refund(asked.account(), asked.money()), null);
    }

    /** Amounts that no currency can pay come from rounding and are nothing. */
    private static boolean isPayable(BigDecimal money, Purchase purchase) {
        return money.compareTo(BigDecimal.ONE.movePointLeft(purchase.currency().getDecimalPlaces())) >= 0;
    }

    /** What the originals were paid with in points, whatever has come back of it since. */
    private static BigDecimal mostSpent(Club club, LinkedReturns returns) {
        BigDecimal most = BigDecimal.ZERO;
        for (Purchase original : returns.paidBack().originals()) {
            most = most.add(SpentPoints.paid(original, club).max(BigDecimal.ZERO));
        }
        return most.max(returns.paidBack().given());
    }

    private static BigDecimal due(Club club, Purchase purchase, LinkedReturns returns) {
        BigDecimal left = purchase.total().getAmount().negate();
        for (Tender tender : purchase.content().tenders()) {
            left = left.add(tender.amount().getAmount());
        }
        left = left.subtract(SpentPoints.paid(purchase, club));
        BigDecimal value = returns.paidBack().value();
        for (PurchaseLine line : purchase.lines()) {
            boolean isUnlinked = line.isReturn() && line.returnOf() == null;
            value = isUnlinked ? value.subtract(line.amount().getAmount()) : value;
        }
        return left.min(value).subtract(returns.paidBack().given()).max(BigDecimal.ZERO);
    }

    private static Outcome refuse(Asked asked, Reason reason, BigDecimal due, Purchase purchase) {
        return new Outcome(
                null,
                new Refusal(
                        asked.club().id(),
                        reason,
                        Money.of(purchase.currency(), asked.money(), RoundingMode.UP),
                        Money.of(purchase.currency(), due, RoundingMode.DOWN)));
    }

    /** @throws ArithmeticException if it is more than points can count */
    Points points(Purchase purchase, Club club) {
        BigDecimal rate = purchase.rateTo(club.place().currency()).orElseThrow();
        BigDecimal perPoint = club.points().value().perPoint().getAmount();
        return Points.of(money.multiply(rate).divide(perPoint, Points.SCALE, RoundingMode.DOWN));
    }

    /** Whether an entry of a sale is what a refund came to. */
    static boolean made(PointEntry entry) {
        return entry.kind() == EntryKind.POSITIVE_ADJUSTMENT
                && REASON.equals(entry.cause().origin().reason());
    }

    /** What the receipt earns, explained together with what it pays back (R37). */
    SaleEarning explained(SaleEarning earning, Purchase purchase, PublishedClub club, SchemeId scheme) {
        Explanation why = earning.explanation() == null ? club.rules().explanation(scheme) : earning.explanation();
        return earning.explained(why.refunding(new Explanation.Refund(
                BigMoney.of(purchase.currency(), money),
                purchase.rateTo(club.club().place().currency()).orElseThrow(),
                club.club().points().value().perPoint(),
                points(purchase, club.club()))));
    }

    /** The receipt as it earns: money paid back as points is no points that were spent. */
    Purchase asMoney(Purchase purchase, Club club) {
        List<Tender> tenders = new ArrayList<>(purchase.content().tenders());
        purchase.content().tenders().stream()
                .filter(tender -> SpentPoints.isPoints(tender, club))
                .findFirst()
                .ifPresent(tender -> tenders.add(
                        new Tender(tender.type(), Money.of(purchase.currency(), money, RoundingMode.HALF_UP))));
        Purchase.Content content = new Purchase.Content(
                purchase.currency(),
                purchase.lines(),
                tenders,
                purchase.content().grounds());
        return new Purchase(purchase.key(), purchase.purchasedAt(), purchase.place(), purchase.buyer(), content);
    }
}
