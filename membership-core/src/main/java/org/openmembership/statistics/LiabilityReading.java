package org.openmembership.statistics;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.flow.Flow;
import org.openmembership.flow.PointFlow;
import org.openmembership.flow.PointFlow.Total;
import org.openmembership.flow.Scope;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.shared.Points;
import org.openmembership.statistics.RollForward.ExpiryMonth;
import org.openmembership.statistics.RollForward.Position;
import org.openmembership.storage.Stores;

/** Reads what a club owed at two instants, and what happened between them. */
final class LiabilityReading {
    private final Scope scope;
    private final Stores stores;

    LiabilityReading(Scope scope, Stores stores) {
        this.scope = scope;
        this.stores = stores;
    }

    RollForward rollForward(Club then, Club now, RollForward.Period period) {
        List<Outstanding> open = stores.flows().openAt(scope, period.to());
        Points debt = stores.flows().debtAt(scope, period.to());
        return new RollForward(
                now.id(),
                period,
                position(
                        stores.flows().openAt(scope, period.from()),
                        stores.flows().debtAt(scope, period.from()),
                        then),
                flows(period.from(), period.to()),
                position(open, debt, now),
                months(open, now),
                debt);
    }

    SortedMap<Flow, Total> flows(Instant from, Instant to) {
        Map<Flow, Total> totals = new EnumMap<>(Flow.class);
        for (PointFlow sum : stores.flows().flows(scope, from, to)) {
            totals.merge(sum.flow(), sum.total(), Total::plus);
        }
        return new TreeMap<>(totals);
    }

    Points open(Instant at) {
        return sum(stores.flows().openAt(scope, at));
    }

    private static Position position(List<Outstanding> open, Points debt, Club club) {
        Points points = sum(open).minus(debt);
        return new Position(points, worth(points, club));
    }

    private static Points sum(List<Outstanding> open) {
        return open.stream().map(Outstanding::points).reduce(Points.ZERO, Points::plus);
    }

    static BigMoney worth(Points points, Club club) {
        BigMoney perPoint = club.points().value().perPoint();
        BigDecimal amount = perPoint.getAmount().multiply(points.toBigDecimal()).stripTrailingZeros();
        return BigMoney.of(perPoint.getCurrencyUnit(), amount.scale() < 0 ? amount.setScale(0) : amount);
    }

    private static List<ExpiryMonth> months(List<Outstanding> open, Club club) {
        Map<@Nullable YearMonth, Points> byMonth = new TreeMap<>(nullsLast(naturalOrder()));
        for (Outstanding part : open) {
            byMonth.merge(month(part.lapsesAt(), club.place().zone()), part.points(), Points::plus);
        }
        List<ExpiryMonth> months = new ArrayList<>();
        byMonth.forEach((month, points) -> months.add(new ExpiryMonth(month, points, worth(points, club))));
        return months;
    }

    /** The month of the last day on which points can be used: the instant at which they lapse is no longer in it. */
    private static @Nullable YearMonth month(Instant lapsesAt, ZoneId zone) {
        return lapsesAt.isBefore(ExpiryRule.FOREVER)
                ? YearMonth.from(lapsesAt.minusNanos(1_000).atZone(zone))
                : null;
    }
}
