package org.openmembership.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmembership.review.ReviewResult;

final class LongReviewTest {
    @TempDir
    Path folder;

    @Test
    void every_account_is_looked_at_on_both_days_and_every_other_one_moves_once() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + folder.resolve("review.db"));
        try (HikariDataSource dataSource = new HikariDataSource(config)) {
            LongReview.fill(dataSource, 1_200);
            List<Long> done = new ArrayList<>();

            ReviewResult first = LongReview.review(dataSource, 1, done::add);
            ReviewResult second = LongReview.review(dataSource, 2, done::add);

            assertThat(first.accounts()).isEqualTo(1_200);
            assertThat(first.moved()).isEqualTo(600);
            assertThat(second.accounts()).isEqualTo(1_200);
            assertThat(second.moved()).isZero();
            assertThat(done).contains(1_200L);
        }
    }
}
