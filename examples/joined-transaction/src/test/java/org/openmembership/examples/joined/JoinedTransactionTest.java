package org.openmembership.examples.joined;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedTransactionTest {
    @Test
    void the_sale_and_its_points_are_committed_together_or_not_at_all(@TempDir Path directory) throws Exception {
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl("jdbc:sqlite:" + directory.resolve("shop.db") + "?journal_mode=WAL");

            JoinedTransaction.Told told = JoinedTransaction.run(dataSource);

            assertThat(told).isEqualTo(new JoinedTransaction.Told(1, "179", true));
        }
    }
}
