package org.openmembership.step;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openmembership.club.SpendingTerms;
import org.openmembership.idempotency.Answer;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * A redemption, by itself or together with the sale that it pays a part of: never more than is available, but for what was
 * granted offline within the club's limit (R26).
 *
 * @param overdraft how far below zero it may go
 */
public record Spending(Asking asking, AccountLedger ledger, SpendingTerms terms, Points overdraft) {
    private static final String REDEEMED = "REDEEMED";
    private static final String AVAILABLE = "available";
    private static final String PAID = "paid";
    private static final String ASKED = "asked";
    private static final String BOUND = "bound";
    private static final String BLOCKED_SINCE = "blockedSince";

    public Optional<SpendingRefusal> refusal() {
        return hindrance().map(hindrance -> hindrance.told(asking.points(), ledger));
    }

    private Optional<Asking.Refusal> hindrance() {
        boolean enough = !ledger.available().plus(overdraft).isLessThan(asking.points());
        return asking.refusal(ledger.account())
                .or(() -> enough
                        ? Optional.empty()
                        : Optional.of(Asking.Refusal.of(SpendingRefusal.Reason.NOT_ENOUGH_POINTS)))
                .or(() -> asking.part(ledger.available()));
    }

    /** Takes the points, from lots that are read where they are not known yet. */
    public PointEntry spend(PointEntry.Cause cause, boolean isCovered, Stores stores) {
        Points points = asking.points();
        if (!isCovered) {
            Workbooks.cover(ledger, null, null, new Cover(points, terms.order(), ledger.at()), stores);
        }
        return ledger.spend(cause, points, terms.order(), overdraft);
    }

    /** What is kept of it, right after. */
    public Answer answer() {
        return answer(ledger.available(), asking.paid());
    }

    static Answer answer(Points available, Money paid) {
        return Answer.of(REDEEMED, Map.of(AVAILABLE, available.hundredths(), PAID, paid.getAmountMinorLong()));
    }

    /** What a redemption came to. */
    public record Spent(PointEntry entry, Points available, Money paid) {}

    /** What a recorded redemption came to; empty where it was refused. */
    public static Optional<Spent> retell(RecordedCommand first, Stores stores) {
        Answer answer = first.answer();
        if (!answer.outcome().equals(REDEEMED)) {
            return Optional.empty();
        }
        PointEntry entry = stores.ledger().entries(first.effect()).get(0);
        CurrencyUnit currency = entry.cause().basis().valuePerPoint().getCurrencyUnit();
        Points available = Points.ofHundredths(answer.figure(AVAILABLE));
        return Optional.of(new Spent(entry, available, Money.ofMinor(currency, answer.figure(PAID))));
    }

    /** What is kept of a refusal. */
    public static Answer answer(SpendingRefusal refusal) {
        Instant since = refusal.blockedSince();
        Map<String, Long> figures = Map.of(
                ASKED, refusal.asked().hundredths(),
                AVAILABLE, refusal.available().hundredths(),
                BOUND, refusal.bound().hundredths(),
                BLOCKED_SINCE, since == null ? 0L : ChronoUnit.MICROS.between(Instant.EPOCH, since));
        return Answer.of(refusal.reason().name(), figures);
    }

    /** The refusal of which this was kept. */
    public static SpendingRefusal retellRefusal(Answer answer) {
        long since = answer.figure(BLOCKED_SINCE);
        return new SpendingRefusal(
                SpendingRefusal.Reason.valueOf(answer.outcome()),
                Points.ofHundredths(answer.figure(ASKED)),
                Points.ofHundredths(answer.figure(AVAILABLE)),
                Points.ofHundredths(answer.figure(BOUND)),
                since == 0 ? null : Instant.EPOCH.plus(since, ChronoUnit.MICROS));
    }
}
