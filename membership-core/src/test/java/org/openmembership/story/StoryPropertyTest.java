package org.openmembership.story;

import java.util.List;
import net.jqwik.api.AfterFailureMode;
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
 * Whatever happens, in whatever order, library and reference model agree after each step on the answer, every balance,
 * every lot and the whole history; and delivering everything again changes nothing.
 */
@Requirement({"I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I24", "I26"})
class StoryPropertyTest {
    /** The same stories in every ordinary build, so that a change and a new story are never mistaken for each other; clear it to look for new ones. */
    private static final String SEED = "20261121";

    /** What the stories have to come to, or they prove nothing of it. */
    private static final List<String> RARE = List.of(
            "REFUND",
            "REFUND_CLOSED",
            "REFUND_MORE_THAN_DUE",
            "REFUND_NOT_ALLOWED",
            "REFUND_NO_VALUE",
            "REFUND_RATE_MISSING",
            "REFUND_SEVERAL_CLUBS",
            "POINTS_SPENT",
            "KEY_REUSED");

    @Property(tries = 300, seed = SEED, afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"F11", "F12", "R22", "R33", "R39", "B50"})
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void in_memory(@ForAll("stories") Story story) {
        Telling.tell(Engine.IN_MEMORY, story).forEach(Statistics::collect);

        Statistics.coverage(answers -> RARE.forEach(name -> answers.check(name).count(count -> count > 0)));
    }

    @Property(tries = 100, seed = SEED, afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"F11", "F12", "R22", "R33", "R39", "B50"})
    void on_sqlite(@ForAll("stories") Story story) {
        Telling.tell(Engine.SQLITE, story);
    }

    @Property(tries = 30, seed = SEED, afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"F11", "F12", "R22", "R33", "R39", "B50"})
    void on_postgresql(@ForAll("stories") Story story) {
        Telling.tell(Engine.POSTGRESQL, story);
    }

    @Property(tries = 30, seed = SEED, afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"F11", "F12", "R22", "R33", "R39", "B50"})
    void on_mariadb(@ForAll("stories") Story story) {
        Telling.tell(Engine.MARIADB, story);
    }

    @Provide
    Arbitrary<Story> stories() {
        return Stories.any();
    }
}
