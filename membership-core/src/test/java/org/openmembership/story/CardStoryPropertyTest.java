package org.openmembership.story;

import java.util.List;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.openmembership.testing.Engine;
import org.openmembership.testkit.Requirement;

/**
 * Whatever happens to gift cards, in whatever order: library and model agree on each answer, on all money and on all points;
 * a balance is the sum of its entries and never below zero; money comes of as many points as it is worth, and a call that
 * comes again changes nothing.
 */
@Requirement({"I21", "A49", "A50", "R50", "R27"})
class CardStoryPropertyTest {
    private static final String SEED = "20261128";

    /** What the stories have to come to, or they prove nothing of it. */
    private static final List<String> RARE = List.of(
            "REDEEMED",
            "REVERSED",
            "MERGED",
            "REPLACED",
            "BLOCKED",
            "CLOSED",
            "GIFT_CARD_SPENT",
            "ALREADY_REVERSED",
            "MORE_THAN_SPENT",
            "NOT_ENOUGH_MONEY",
            "NOT_ENOUGH_POINTS",
            "OTHER_OWNER",
            "PHYSICAL_CARD",
            "CARD_NOT_USABLE");

    @Property(tries = 300, seed = SEED, afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void in_memory(@ForAll("steps") List<CardStep> steps, @ForAll("values") String perPoint) {
        CardTelling.tell(Engine.IN_MEMORY, perPoint, steps).forEach(Statistics::collect);

        Statistics.coverage(answers -> RARE.forEach(name -> answers.check(name).count(count -> count > 0)));
    }

    @Property(tries = 60, seed = SEED, afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    void on_sqlite(@ForAll("steps") List<CardStep> steps, @ForAll("values") String perPoint) {
        CardTelling.tell(Engine.SQLITE, perPoint, steps);
    }

    @Property(tries = 20, seed = SEED, afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    void on_postgresql(@ForAll("steps") List<CardStep> steps, @ForAll("values") String perPoint) {
        CardTelling.tell(Engine.POSTGRESQL, perPoint, steps);
    }

    @Property(tries = 20, seed = SEED, afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    void on_mariadb(@ForAll("steps") List<CardStep> steps, @ForAll("values") String perPoint) {
        CardTelling.tell(Engine.MARIADB, perPoint, steps);
    }

    @Provide
    Arbitrary<List<CardStep>> steps() {
        return CardStep.steps();
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("0.01", "0.01", "0.03", "0.005", "0.07");
    }
}
