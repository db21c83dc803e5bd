package org.openmembership.backtest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openmembership.account.MemberAccount;
import org.openmembership.account.SchemeMove;
import org.openmembership.backtest.BackTestResult.Comparison;
import org.openmembership.club.Club;
import org.openmembership.club.PointKind;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.RuleAccount;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.PointCount.Span;
import org.openmembership.rules.Earner;
import org.openmembership.shared.Points;

/** One account as its purchases go by, in the order in which they were recorded. Not thread-safe. */
final class AccountTrial {
    private final MemberAccount account;
    private final List<SchemeMove> moves;
    private final Map<Span, Points> counted = new HashMap<>();
    private final SortedMap<YearMonth, Comparison> months = new TreeMap<>();
    private long sales;
    private Points awardBefore = Points.ZERO;
    private Points awardAfter = Points.ZERO;
    private BigDecimal spend = BigDecimal.ZERO;
    private BigDecimal largest = BigDecimal.ZERO;
    private long visits;

    /** @param moves its scheme history, by number */
    AccountTrial(MemberAccount account, List<SchemeMove> moves) {
        this.account = account;
        this.moves = List.copyOf(moves);
    }

    MemberAccount account() {
        return account;
    }

    /** Who earned on what was recorded at {@code at}, by the scheme of then. */
    Earner earner(Instant at, Club club) {
        return new Earner(RuleAccount.of(account.id().value()), schemeAt(at, club), counted);
    }

    private SchemeId schemeAt(Instant at, Club club) {
        if (!club.terms().review().force().on()) {
            return club.defaultScheme();
        }
        LocalDate day = club.businessDate(at);
        SchemeId held =
                moves.isEmpty() ? account.scheme() : moves.get(0).change().to();
        for (SchemeMove move : moves) {
            boolean holds = !move.when().recordedAt().isAfter(at)
                    && !move.when().effectiveOn().isAfter(day);
            held = holds ? move.change().to() : held;
        }
        return held;
    }

    void add(YearMonth month, Comparison comparison, Map<Span, Points> used) {
        sales++;
        months.merge(month, comparison, Comparison::plus);
        used.forEach((span, points) -> counted.merge(span, points, Points::plus));
    }

    void award(Map<PointKind, Points> before, Points after) {
        awardBefore = awardBefore.plus(before.getOrDefault(PointKind.AWARD, Points.ZERO));
        awardAfter = awardAfter.plus(after);
    }

    /** What was spent in one purchase and not brought back since, in the club's currency. */
    void spent(BigDecimal amount) {
        spend = spend.add(amount);
        largest = largest.max(amount);
        visits += amount.signum() > 0 ? 1 : 0;
    }

    long sales() {
        return sales;
    }

    SortedMap<YearMonth, Comparison> months() {
        return months;
    }

    Comparison total() {
        return months.values().stream().reduce(Comparison.NOTHING, Comparison::plus);
    }

    SchemeId schemeBefore(Club club) {
        return scheme(club, awardBefore);
    }

    SchemeId schemeAfter(Club club) {
        return scheme(club, awardAfter);
    }

    private SchemeId scheme(Club club, Points award) {
        return club.schemes().stream()
                .filter(scheme -> scheme.thresholds()
                        .isEnteredBy(measure(club.entryGauge(scheme).measure(), award)))
                .map(Scheme::id)
                .reduce((lower, higher) -> higher)
                .orElse(club.defaultScheme());
    }

    private BigDecimal measure(Measure measure, Points award) {
        return switch (measure) {
            case AWARD_POINTS -> award.toBigDecimal();
            case SPEND -> spend;
            case SINGLE_SPEND -> largest;
            case VISITS -> BigDecimal.valueOf(visits);
        };
    }
}
