package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Points;

/**
 * What a shop owner wants to read after the run.
 *
 * @param people how the customers became members
 * @param clubs each with its figures
 * @param categories what sold best, the best first
 * @param samples some members' statements
 * @param audit what the audit found
 */
record Summary(
        People people, List<ClubFigures> clubs, List<Category> categories, List<SampleStatement> samples, Audit audit) {
    Summary {
        clubs = List.copyOf(clubs);
        categories = List.copyOf(categories);
        samples = List.copyOf(samples);
    }

    /**
     * @param customers of the POS
     * @param members who registered
     * @param severalMatches members whose address several customers share, all of whom were linked
     * @param linkedBySharing customers linked beyond the first of an address
     * @param refusedAsTaken registrations refused because the address had a member already; they stay customers
     */
    record People(long customers, long members, long severalMatches, long linkedBySharing, long refusedAsTaken) {}

    /**
     * @param schemes from the highest
     * @param outstanding what members hold now
     * @param moneyOutstanding what that is worth now
     * @param months in order
     * @param liability what is outstanding by the month in which it lapses, in order, the points that never do last
     * @param years how what is owed came about, year by year
     */
    record ClubFigures(
            String name,
            List<SchemeFigure> schemes,
            List<Movement> movements,
            Points outstanding,
            Money moneyOutstanding,
            List<Month> months,
            List<Liability> liability,
            List<Year> years) {
        ClubFigures {
            schemes = List.copyOf(schemes);
            movements = List.copyOf(movements);
            months = List.copyOf(months);
            liability = List.copyOf(liability);
            years = List.copyOf(years);
        }
    }

    /** How many accounts hold a scheme. */
    record SchemeFigure(String scheme, long accounts) {}

    /**
     * All entries of a kind.
     *
     * @param what earned, redeemed ...
     * @param points below zero where they were taken
     * @param value what they were worth when they moved
     */
    record Movement(String what, long entries, Points points, Money value) {}

    /**
     * What happened in a month.
     *
     * @param earned net of what returns took back
     * @param outstanding at its end
     * @param up accounts that moved to a higher scheme
     * @param down accounts that moved to a lower one
     */
    record Month(
            YearMonth month, Points earned, Points redeemed, Points expired, Points outstanding, int up, int down) {}

    /** @param lapsing null for points that never lapse */
    record Liability(@Nullable YearMonth lapsing, Points points, Money value) {}

    /**
     * A year of the liability roll-forward.
     *
     * @param steps from the opening through what came in and went out to the closing
     * @param reconciled whether they add up
     */
    record Year(int year, List<Step> steps, boolean reconciled) {
        Year {
            steps = List.copyOf(steps);
        }
    }

    /** @param value what the points were worth then */
    record Step(String what, Points points, Money value) {}

    /** @param amount net of returns */
    record Category(String name, BigDecimal amount, long units) {}

    /**
     * One member's account.
     *
     * @param member whose, by the POS's number and name
     * @param lines the latest last
     */
    record SampleStatement(
            String member,
            String scheme,
            Points earned,
            Points redeemed,
            Points expired,
            Points balance,
            @Nullable NextExpiry next,
            List<StatementLine> lines) {
        SampleStatement {
            lines = List.copyOf(lines);
        }
    }

    /** The next points to lapse, and the last day on which they can be used. */
    record NextExpiry(Points points, LocalDate lastDay) {}

    /** One entry of a statement. */
    record StatementLine(LocalDate day, String what, Points points, Points balance) {}

    /**
     * @param invariants how many were checked
     * @param violations sentences, empty if all hold
     */
    record Audit(int invariants, List<String> violations) {
        Audit {
            violations = List.copyOf(violations);
        }

        boolean clean() {
            return violations.isEmpty();
        }
    }
}
