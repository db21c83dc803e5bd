package org.openmembership.statistics;

import static java.util.function.Predicate.isEqual;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.flow.Flow;
import org.openmembership.flow.Holdings;
import org.openmembership.flow.PointFlow;
import org.openmembership.flow.Scope;
import org.openmembership.flow.Spend;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** Reads the figures of accounts in one scope: three questions, however many there are. */
final class FiguresReading {
    private final List<PointFlow> flows;
    private final Map<SchemeId, Holdings> holdings;
    private final Map<SchemeId, Spend> spend;

    FiguresReading(Scope scope, Club club, Instant now, Period expiringWithin, Stores stores) {
        LocalDate today = club.businessDate(now);
        Instant newYear =
                today.withDayOfYear(1).atStartOfDay(club.place().zone()).toInstant();
        Instant windowEnds = today.plus(expiringWithin)
                .plusDays(1)
                .atStartOfDay(club.place().zone())
                .plusNanos(1_000)
                .toInstant();
        // all entries there are, also those of nodes whose clock is ahead: what is held is what they come to
        flows = stores.flows().flows(scope, Instant.EPOCH, ExpiryRule.FOREVER);
        holdings = stores.flows().holdings(scope, now, windowEnds);
        spend = stores.flows().spend(scope, club.place().currency(), newYear, now.plusNanos(1_000));
    }

    Figures all() {
        return figures(scheme -> true);
    }

    AccountFigures of(MemberAccount account, Instant now) {
        return new AccountFigures(account.id(), account.club(), account.schemeAt(now), all());
    }

    SortedMap<SchemeId, Figures> bySchemes() {
        SortedMap<SchemeId, Figures> figures = new TreeMap<>();
        flows.forEach(flow -> figures.computeIfAbsent(flow.scheme(), scheme -> figures(isEqual(scheme))));
        holdings.keySet().forEach(held -> figures.computeIfAbsent(held, scheme -> figures(isEqual(scheme))));
        return figures;
    }

    private Figures figures(Predicate<SchemeId> schemes) {
        Map<Flow, Points> totals = new EnumMap<>(Flow.class);
        Map<PointKind, Points> issued = new EnumMap<>(PointKind.class);
        for (PointFlow sum : flows) {
            if (schemes.test(sum.scheme())) {
                Points points = sum.total().points();
                totals.merge(sum.flow(), points, Points::plus);
                if (sum.flow() == Flow.EARNED || sum.flow() == Flow.EARNED_UNDONE) {
                    issued.merge(sum.kind(), points, Points::plus);
                }
            }
        }
        return new Figures(
                holdings.entrySet().stream()
                        .filter(held -> schemes.test(held.getKey()))
                        .map(Map.Entry::getValue)
                        .reduce(Holdings.NONE, Holdings::plus),
                totals,
                issued,
                spend.entrySet().stream()
                        .filter(spent -> schemes.test(spent.getKey()))
                        .map(Map.Entry::getValue)
                        .reduce(Spend.NONE, Spend::plus));
    }
}
