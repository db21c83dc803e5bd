package org.openmembership.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openmembership.importing.ImportKind;
import org.openmembership.importing.ImportReport;

final class LongImportTest {
    @TempDir
    Path folder;

    @Test
    void all_rows_are_taken_over_and_heard_of_by_the_way() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + folder.resolve("import.db"));
        try (HikariDataSource dataSource = new HikariDataSource(config)) {
            for (ImportKind kind : LongImport.KINDS) {
                List<Long> done = new ArrayList<>();

                ImportReport report = LongImport.run(dataSource, kind, 1_200, now -> done.add(now.done()));

                assertThat(report).as(kind.name()).isEqualTo(new ImportReport(1_200, 0, 0, 0, report.position()));
                assertThat(done).contains(500L, 1_000L, 1_200L);
            }
        }
    }
}
