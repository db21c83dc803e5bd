package org.openmembership.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.openmembership.reference.ModelRules;
import org.openmembership.story.Story.Step;

/** Stories that meet often at the edges: the same lots, the same keys, the ends of days, debts. */
final class Stories {
    private Stories() {}

    static Arbitrary<Story> any() {
        return Combinators.combine(
                        rules(), steps().list().ofMaxSize(80).withSizeDistribution(RandomDistribution.uniform()))
                .as(Story::new);
    }

    /** About sixty steps, for runs that do not shrink. */
    static Arbitrary<Story> lengthy() {
        return Combinators.combine(rules(), steps().list().ofMinSize(50).ofMaxSize(70))
                .as(Story::new);
    }

    static Arbitrary<ModelRules> rules() {
        Arbitrary<ModelRules.Spending> spending = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(1L, 1L, 500L),
                        Arbitraries.of(0L, 2_000L),
                        Arbitraries.of(ModelRules.Gone.class),
                        Arbitraries.of(Period.ZERO, Period.ofDays(7)),
                        Arbitraries.of(true, false))
                .as(ModelRules.Spending::new);
        Arbitrary<ModelRules.Transfer> transfer = Combinators.combine(
                        Arbitraries.of("1", "0", "0.9", "0.5", "0.333333").map(BigDecimal::new),
                        Arbitraries.of(Period.ZERO, Period.ofDays(3)),
                        Arbitraries.of(ModelRules.Moved.class))
                .as(ModelRules.Transfer::new);
        Arbitrary<Period> life = Arbitraries.of(Period.ZERO, Period.ofDays(1), Period.ofDays(10), Period.ofMonths(1))
                .injectNull(0.2);
        Arbitrary<ZoneId> zone = Arbitraries.of("Europe/Berlin", "America/Santiago", "Asia/Kathmandu")
                .map(ZoneId::of);
        return Combinators.combine(
                        zone, life, idle(), spending, transfer, SaleStories.earning(), SaleStories.refunding())
                .as(ModelRules::new);
    }

    private static Arbitrary<ModelRules.Idle> idle() {
        return Combinators.combine(
                        Arbitraries.of(Period.ofDays(1), Period.ofDays(6), Period.ofDays(6), Period.ofMonths(1)),
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(true, true, false))
                .filter((period, earning, spending) -> earning || spending)
                .as(ModelRules.Idle::new)
                .injectNull(0.5);
    }

    private static Arbitrary<Step> steps() {
        return Arbitraries.frequencyOf(
                Tuple.of(14, adjust()),
                Tuple.of(14, redeem()),
                Tuple.of(9, hold()),
                Tuple.of(5, capture()),
                Tuple.of(4, extend()),
                Tuple.of(2, Combinators.combine(recent(), key()).as(Step.Release::new)),
                Tuple.of(9, reverse()),
                Tuple.of(9, transfer()),
                Tuple.of(16, SaleStories.sale()),
                Tuple.of(10, SaleStories.bringBack()),
                Tuple.of(6, Arbitraries.integers().between(0, 60).map(Step.Repeat::new)),
                Tuple.of(3, Arbitraries.just(new Step.Expire())),
                Tuple.of(2, rules().map(Step.Publish::new)),
                Tuple.of(6, pass()),
                Tuple.of(5, Arbitraries.of(true, false).map(Step.PassToNextEnd::new)),
                Tuple.of(
                        2,
                        Combinators.combine(member(), Arbitraries.of(true, false, false))
                                .as(Step.Block::new)),
                Tuple.of(1, Arbitraries.integers().between(2, 3).map(Step.Close::new)));
    }

    private static Arbitrary<Step> adjust() {
        Arbitrary<Long> signed =
                Combinators.combine(points(), Arbitraries.of(1, 1, 1, -1)).as((points, sign) -> points * sign);
        return Combinators.combine(anyone(), signed, key()).as(Step.Adjust::new);
    }

    private static Arbitrary<Step> redeem() {
        return Combinators.combine(anyone(), points(), Arbitraries.of(true, false, false), key())
                .as(Step.Redeem::new);
    }

    private static Arbitrary<Step> hold() {
        return Combinators.combine(anyone(), points(), Arbitraries.of(1, 5, 24, 24, 25), key())
                .as(Step.Hold::new);
    }

    private static Arbitrary<Step> capture() {
        return Combinators.combine(recent(), points().injectNull(0.5), key())
                .as((hold, points, key) -> new Step.Capture(hold, points == null ? 0 : points, key));
    }

    private static Arbitrary<Step> extend() {
        return Combinators.combine(
                        member(),
                        Arbitraries.integers().between(1, 14),
                        Arbitraries.integers().between(0, 90),
                        key())
                .as(Step.Extend::new);
    }

    private static Arbitrary<Integer> recent() {
        return Arbitraries.of(0, 0, 0, 1, 1, 2, 3, 5);
    }

    private static Arbitrary<Step> reverse() {
        return Combinators.combine(member(), Arbitraries.integers().between(1, 14), key())
                .as(Step.Reverse::new);
    }

    private static Arbitrary<Step> transfer() {
        return Combinators.combine(member(), anyone(), points(), key())
                .filter((from, to, points, key) -> !from.equals(to))
                .as(Step.Transfer::new);
    }

    private static Arbitrary<Step> pass() {
        return Arbitraries.of(
                        Duration.ofSeconds(1),
                        Duration.ofHours(5),
                        Duration.ofDays(1),
                        Duration.ofDays(9),
                        Duration.ofDays(40),
                        Duration.ofHours(-1),
                        Duration.ofDays(-2))
                .map(Step.Pass::new);
    }

    private static Arbitrary<Long> points() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(1, 60).map(whole -> whole * 100),
                Arbitraries.longs().between(1, 4_000),
                Arbitraries.of(500L, 1_000L, 2_000L));
    }

    static Arbitrary<Integer> member() {
        return Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(3, 1), Tuple.of(2, 2), Tuple.of(1, 3));
    }

    private static Arbitrary<Integer> anyone() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, member()),
                Tuple.of(1, Arbitraries.just(Story.ELSEWHERE)),
                Tuple.of(1, Arbitraries.just(Story.NOBODY)));
    }

    static Arbitrary<Integer> key() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Story.FRESH)),
                Tuple.of(1, Arbitraries.integers().between(0, 9)));
    }
}
