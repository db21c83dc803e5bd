package org.openmembership.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmembership.examples.benchmarks.Contest.Result;

/** That the cases run; what they measure is no matter for a test. */
final class BenchmarksTest {
    private static final Contest.Extent ONCE = new Contest.Extent(0, 1, 1);
    private static final Sizes FEW = new Sizes(2, 30, 12, 2_000, 40);

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void every_case_does_its_work_on_both_sides(String storage) throws Exception {
        try (Server server = Server.of(storage)) {
            List<Result> results = Benchmarks.run(server.url(), "", ONCE, FEW);

            assertThat(results)
                    .extracting(Result::name)
                    .containsExactly(
                            "sale of 20 lines, 100 rules",
                            "redeem from 1 of 5 lots",
                            "redeem from 5 of 20 lots",
                            "redeem from 1 of 30 lots",
                            "register, 3 matches among 12",
                            "balance at 10 entries",
                            "balance at 20 entries",
                            "balance at 2,000 entries",
                            "duplicates among 40",
                            "duplicates of 1 among 40");
        }
    }
}
