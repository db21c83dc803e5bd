package org.openmembership.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.Provisional;
import org.openmembership.shared.Points;

/**
 * What happened on an account in a period, and what it holds now; one consistent answer (I30).
 *
 * @param owner whose
 * @param period opening balance plus its entries is the closing balance
 * @param totals of the period's entries by kind
 * @param now what the account holds when the statement is made
 */
public record Statement(Owner owner, Period period, Map<EntryKind, Points> totals, Now now) {
    public Statement {
        totals = Map.copyOf(totals);
    }

    /** The account, its club and the scheme it holds. */
    public record Owner(AccountId account, ClubId club, SchemeId scheme) {}

    /**
     * @param from the first instant by our clock
     * @param to the first instant no longer in it
     * @param opening booked balance before it
     * @param entries in order
     * @param closing booked balance after it
     */
    public record Period(Instant from, Instant to, Points opening, List<PointEntry> entries, Points closing) {
        public Period {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param expiring the points that lapse first, null if none ever do
     * @param provisional what sales that wait to be posted are to bring; no part of the balance (B40)
     * @param eligible whether the points can be used; else they are kept until somebody registers (D23)
     */
    public record Now(
            Instant at, Balance balance, @Nullable Outstanding expiring, Provisional provisional, boolean eligible) {
        public Optional<Outstanding> expiringNext() {
            return Optional.ofNullable(expiring);
        }

        /** What could be spent if what waits were posted now as it was worked out: available and provisional points (B41). */
        public Points expected() {
            return balance.available().plus(provisional.points());
        }
    }

    /** Points that came in by sales, adjustments and opening balances in the period. */
    public Points earned() {
        return sum(EntryKind.SALE, EntryKind.POSITIVE_ADJUSTMENT, EntryKind.OPENING);
    }

    /** Points that were redeemed in the period; reversals are entries of their own. */
    public Points redeemed() {
        return sum(EntryKind.REDEMPTION).negated();
    }

    /** Points that lapsed and were written off in the period. */
    public Points expired() {
        return sum(EntryKind.EXPIRY).negated();
    }

    private Points sum(EntryKind... kinds) {
        Points sum = Points.ZERO;
        for (EntryKind kind : kinds) {
            sum = sum.plus(totals.getOrDefault(kind, Points.ZERO));
        }
        return sum;
    }
}
