package org.openmembership.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    private static final Path SOURCE = Path.of("src/main/java/org/openmembership/examples/quickstart/Quickstart.java");
    private static final Path README = Path.of("../../README.md");

    @Test
    void it_runs_from_an_empty_database_to_the_first_redemption(@TempDir Path directory) {
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl("jdbc:sqlite:" + directory.resolve("shop.db") + "?journal_mode=WAL");

            String told = Quickstart.run(dataSource);

            assertThat(told)
                    .contains("registered: AwaitingVerification")
                    .contains("sold:       Recorded")
                    .containsPattern("sold again: Recorded\\[.*repeated=true")
                    .contains("paid:       Redeemed")
                    .contains("balance:    Balance[booked=29, available=29, debt=0]")
                    .contains("audit:      0 violations");
        }
    }

    @Test
    void the_readme_shows_this_code_to_the_letter() throws Exception {
        String readme = Files.readString(README);
        for (String part : parts(Files.readAllLines(SOURCE))) {
            assertThat(readme).contains(part);
        }
    }

    /** What stands between the marks, without the indentation of a method body. */
    private static List<String> parts(List<String> lines) {
        List<String> parts = new ArrayList<>();
        StringBuilder open = null;
        for (String line : lines) {
            if (line.strip().equals("// readme: end")) {
                parts.add(String.valueOf(open));
                open = null;
            } else if (line.strip().startsWith("// readme: ")) {
                open = new StringBuilder();
            } else if (open != null) {
                open.append(line.replaceFirst("^ {8}", "")).append('\n');
            }
        }
        assertThat(parts).hasSizeGreaterThanOrEqualTo(3);
        return parts;
    }
}
