package org.openmembership.step;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.ledger.LedgerStore.Stretch;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** What has counted for the schemes of one account so far, where a club is tried out: the measures of R41. Not thread-safe. */
public final class TrialMeasures implements SchemeCounts.Measures {
    private final List<Award> awards = new ArrayList<>();
    private final Map<ExternalKey, Bought> bought = new LinkedHashMap<>();
    private final TreeSet<Instant> times = new TreeSet<>();

    private record Award(Instant at, Points points) {}

    private record Bought(Instant at, BigDecimal amount) {}

    /** Award points, below zero where they are taken back. */
    public void award(Instant at, Points points) {
        if (!points.isZero()) {
            awards.add(new Award(at, points));
            times.add(at);
        }
    }

    /** What was spent in a purchase, in the club's currency. */
    public void bought(ExternalKey sale, Instant at, BigDecimal amount) {
        bought.put(sale, new Bought(at, amount));
        times.add(at);
    }

    /** What was paid back of a purchase, below zero. */
    public void back(ExternalKey sale, BigDecimal amount) {
        bought.computeIfPresent(
                sale, (key, before) -> new Bought(before.at(), before.amount().add(amount)));
    }

    /** The first instant from {@code at} on at which something counts; null where there is none. */
    @Nullable
    Instant firstFrom(Instant at) {
        return times.ceiling(at);
    }

    @Override
    public Map<AccountId, BigDecimal> of(Measure measure, CurrencyUnit currency, Map<AccountId, Stretch> stretches) {
        Map<AccountId, BigDecimal> counted = new HashMap<>();
        stretches.forEach((account, stretch) -> counted.put(account, of(measure, stretch)));
        return counted;
    }

    private BigDecimal of(Measure measure, Stretch stretch) {
        if (measure == Measure.AWARD_POINTS) {
            Points sum = Points.ZERO;
            for (Award award : awards) {
                sum = isWithin(award.at(), stretch) ? sum.plus(award.points()) : sum;
            }
            return sum.toBigDecimal();
        }
        BigDecimal counted = BigDecimal.ZERO;
        for (Bought one : bought.values()) {
            counted = isWithin(one.at(), stretch) ? counted(measure, counted, one.amount()) : counted;
        }
        return counted;
    }

    private static BigDecimal counted(Measure measure, BigDecimal before, BigDecimal amount) {
        return switch (measure) {
            case SPEND -> before.add(amount);
            case SINGLE_SPEND -> before.max(amount);
            case VISITS -> amount.signum() > 0 ? before.add(BigDecimal.ONE) : before;
            case AWARD_POINTS -> throw new IllegalArgumentException("points are no money");
        };
    }

    private static boolean isWithin(Instant at, Stretch stretch) {
        return !at.isBefore(stretch.from()) && at.isBefore(stretch.to());
    }
}
