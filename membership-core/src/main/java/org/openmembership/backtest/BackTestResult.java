package org.openmembership.backtest;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.Points;

/**
 * What a changed club would have given beside what was given (item by item the same purchases).
 *
 * <p>Points are net of what has come back of a sale until now, and belong to the month of the sale.
 *
 * @param currency of all costs
 * @param counts how much was looked at, and how many accounts gain and lose
 * @param total over all accounts
 * @param months in order; those without any sale are left out
 * @param losers the accounts that would lose most, the largest loss first
 * @param shifts how many accounts would hold another scheme, by scheme
 */
public record BackTestResult(
        ClubId club,
        CurrencyUnit currency,
        Counts counts,
        Comparison total,
        List<Month> months,
        List<Loser> losers,
        List<SchemeShift> shifts) {
    public BackTestResult {
        months = List.copyOf(months);
        losers = List.copyOf(losers);
        shifts = List.copyOf(shifts);
    }

    /**
     * @param accounts of the club
     * @param sales that were posted to them in the stretch of time
     * @param gaining accounts that would have got more
     * @param losing accounts that would have got less
     */
    public record Counts(long accounts, long sales, long gaining, long losing) {}

    /** What was given, and what would have been. */
    public record Comparison(Amounts before, Amounts after) {
        public static final Comparison NOTHING = new Comparison(Amounts.NOTHING, Amounts.NOTHING);

        public Comparison plus(Comparison other) {
            return new Comparison(before.plus(other.before), after.plus(other.after));
        }

        /** What the change adds; below zero where it takes. */
        public Points difference() {
            return after.points().minus(before.points());
        }
    }

    /** Points and what they are worth, exact: before by the value of a point then, after by the changed club's. */
    public record Amounts(Points points, BigDecimal cost) {
        public static final Amounts NOTHING = new Amounts(Points.ZERO, BigDecimal.ZERO);

        public Amounts plus(Amounts other) {
            return new Amounts(points.plus(other.points), cost.add(other.cost));
        }
    }

    public record Month(YearMonth month, Comparison comparison) {}

    /** An account that would have got less. */
    public record Loser(AccountId account, Comparison comparison) {}

    /** Accounts that daily reviews bring into one scheme by the club as it is, and into another by the changed one. */
    public record SchemeShift(SchemeId before, SchemeId after, long accounts) {}
}
