package org.openmembership.backtest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.openmembership.backtest.BackTestOptions.Earning;
import org.openmembership.backtest.BackTestResult.SchemeShift;
import org.openmembership.club.Club;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Effect;
import org.openmembership.club.ReviewTerms.Gauge;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.club.SchemeTerms;
import org.openmembership.club.Tenure;
import org.openmembership.club.Validity;
import org.openmembership.periodic.Progress;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/**
 * What a back-test says of schemes, and of points that depend on them, is what the library does: a shop with the changed club
 * comes to it when the same is bought there and reviewed every day.
 */
@Requirement({"R38", "R41", "R42", "R43", "R45"})
class BackTestSchemesPropertyTest {
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void in_memory(@ForAll @IntRange(max = Integer.MAX_VALUE) int seed) {
        check(Engine.IN_MEMORY, new Random(seed), 90);
    }

    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
    void on_sqlite(@ForAll @IntRange(max = Integer.MAX_VALUE) int seed) {
        check(Engine.SQLITE, new Random(seed), 40);
    }

    @Property(tries = 2, edgeCases = EdgeCasesMode.NONE)
    void on_postgresql(@ForAll @IntRange(max = Integer.MAX_VALUE) int seed) {
        check(Engine.POSTGRESQL, new Random(seed), 40);
    }

    @Property(tries = 2, edgeCases = EdgeCasesMode.NONE)
    void on_mariadb(@ForAll @IntRange(max = Integer.MAX_VALUE) int seed) {
        check(Engine.MARIADB, new Random(seed), 40);
    }

    private static void check(Engine engine, Random random, int days) {
        Club before = club(random);
        Club after = club(random);
        try (ReviewedShops shops = new ReviewedShops(engine, before, after, random)) {
            shops.live(days);

            BackTestOptions all =
                    BackTestOptions.between(shops.begin(), shops.end()).earning(Earning.AS_REVIEWED);
            BackTestResult result = shops.before().membership().backTest().run(after, all, Progress.NONE);

            assertThat(result.total().before().points()).isEqualTo(shops.booked(0));
            assertThat(result.total().after().points()).isEqualTo(shops.booked(1));
            Map<List<SchemeId>, Long> moved = shops.schemes().stream()
                    .filter(both -> !both.get(0).equals(both.get(1)))
                    .collect(groupingBy(both -> both, counting()));
            assertThat(result.shifts())
                    .containsExactlyInAnyOrderElementsOf(moved.entrySet().stream()
                            .map(entry -> new SchemeShift(
                                    entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                            .toList());
        }
    }

    /** Rules and schemes of any kind; who holds gold earns double. */
    private static Club club(Random random) {
        LineCondition gold = LineCondition.builder().schemes(Set.of(Shop.GOLD)).build();
        String rate = random.nextBoolean() ? "1" : "2";
        return Club.builder(Shop.CLUB)
                .name("Coffee Club")
                .in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"))
                .schemes(
                        Scheme.byHand("standard", "Standard", 1),
                        scheme("silver", 2, 60, random),
                        scheme("gold", 3, 150, random))
                .rules(
                        PointRule.everything("base", PointRate.amount(rate, "1")),
                        PointRule.of("gold", 5, Validity.ALWAYS, gold, PointRate.amount("4", "1")))
                .review(terms(random))
                .build();
    }

    private static Scheme scheme(String id, int sequence, int entry, Random random) {
        int keep = entry / (1 + random.nextInt(3));
        Scheme scheme = Scheme.from(id, id, sequence, Integer.toString(entry), Integer.toString(keep));
        return switch (random.nextInt(3)) {
            case 0 -> scheme.with(SchemeTerms.DEFAULT.holding(new Tenure.For(Period.ofDays(10 + random.nextInt(20)))));
            case 1 -> scheme.with(SchemeTerms.DEFAULT.holding(new Tenure.For(Period.ofDays(7))));
            default -> scheme;
        };
    }

    private static ReviewTerms terms(Random random) {
        Measure[] measures = Measure.values();
        Downgrade[] downgrades = Downgrade.values();
        ReviewTerms terms = new ReviewTerms(
                measures[random.nextInt(measures.length)],
                window(random),
                downgrades[random.nextInt(downgrades.length)],
                Period.ofDays(1 + random.nextInt(4)));
        if (random.nextBoolean()) {
            terms = terms.keptBy(new Gauge(measures[random.nextInt(measures.length)], window(random)));
        }
        terms = random.nextBoolean() ? terms.withGrace(Period.ofDays(1 + random.nextInt(9))) : terms;
        return random.nextBoolean() ? terms.effective(Effect.NEXT_DAY) : terms;
    }

    private static Window window(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Window.Rolling(Period.ofDays(5 + random.nextInt(30)));
            case 1 -> new Window.CalendarYear();
            case 2 -> new Window.Validity();
            default -> new Window.MemberYear();
        };
    }
}
