package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.openmembership.club.Club;
import org.openmembership.flow.Flow;
import org.openmembership.shared.Points;
import org.openmembership.statistics.RollForward;

/** Asks the library how what a club owes came about, year by year. */
final class YearReader {
    private static final Map<Flow, String> WORDS = Map.of(
            Flow.EARNED, "earned",
            Flow.EARNED_UNDONE, "taken back by returns",
            Flow.REDEEMED, "redeemed",
            Flow.REDEEMED_UNDONE, "given back by returns",
            Flow.EXPIRED, "expired",
            Flow.ADJUSTED, "adjusted",
            Flow.TRANSFERRED, "lost in transfers",
            Flow.OPENED, "brought along",
            Flow.MERGED, "merged");

    private final Shop shop;
    private final Club club;

    YearReader(Shop shop, Club club) {
        this.shop = shop;
        this.club = club;
    }

    Summary.Year read(int year) {
        RollForward forward = shop.membership().statistics().rollForward(club.id(), start(year), start(year + 1));
        List<Summary.Step> steps = new ArrayList<>();
        steps.add(step("opening", forward.opening()));
        forward.flows()
                .forEach((flow, total) -> steps.add(step(WORDS.getOrDefault(flow, ""), total.points(), total.value())));
        if (!forward.revaluation().isZero()) {
            steps.add(step(
                    "new value of a point", Points.ZERO, forward.revaluation().getAmount()));
        }
        steps.add(step("closing", forward.closing()));
        return new Summary.Year(year, steps, forward.reconciles());
    }

    private Summary.Step step(String what, RollForward.Position position) {
        return step(what, position.points(), position.value().getAmount());
    }

    private Summary.Step step(String what, Points points, BigDecimal value) {
        return new Summary.Step(what, points, Money.of(club.place().currency(), value, RoundingMode.DOWN));
    }

    private Instant start(int year) {
        return LocalDate.ofYearDay(year, 1).atStartOfDay(club.place().zone()).toInstant();
    }
}
