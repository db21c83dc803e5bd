package org.openmembership.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmembership.examples.benchmarks.Contest.Result;

/** That the cases run; what they measure is no matter for a test. */
final class BenchmarksTest {
    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void every_case_does_its_work_on_both_sides(String storage) throws Exception {
        try (Server server = Server.of(storage)) {
            List<Result> results = Benchmarks.run(server.url(), "", new Contest.Extent(3, 1, 2));

            assertThat(results)
                    .extracting(Result::name)
                    .containsExactly(
                            "sale of 20 lines, 100 rules",
                            "redeem from 1 of 5 lots",
                            "redeem from 5 of 20 lots",
                            "redeem from 1 of 1,000 lots",
                            "register, 3 matches among 10,000",
                            "balance at 10 entries",
                            "balance at 1,000 entries",
                            "balance at 100,000 entries");
        }
    }
}
