package org.openmembership.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.storage.Storage;
import org.openmembership.testkit.Requirement;

class FoodMartRunTest {
    @TempDir
    Path directory;

    @Test
    @Requirement({"I1", "R27"})
    void two_months_on_sqlite_end_audited_and_a_second_run_changes_nothing() throws SQLException, IOException {
        try (TestDatabase database = DatabaseEngine.SQLITE.fresh()) {
            String first = run(database, Slice.of(2, 8));
            assertThat(first)
                    .contains("58,381 baskets of 8,842 customers", "These figures hold.")
                    .contains("1,764,546.44 in all", "1,735,569 points", " 0 lines at or below zero")
                    .contains("redeemed (", "taken back by returns (", "invariants hold.")
                    .contains("Liability roll-forward 1997", "reconciled")
                    .contains("members in Golden", "members in Silver", "members in Bronze", "members in Normal")
                    .doesNotContain("DOES NOT ADD UP");
            assertThat(directory.resolve("report.html")).isNotEmptyFile();

            String second = run(database, Slice.of(2, 8));

            assertThat(second).contains("An earlier run has come to 1997-02");
            assertThat(summary(second)).isEqualTo(summary(first));
            backTest(database);
        }
    }

    /** The club as it is gives what it gave; the changed one that comes with the program does not. */
    private void backTest(TestDatabase database) throws SQLException, IOException {
        Path chart = directory.resolve("back-test.svg");
        String same = backTest(database, FoodMartClub.plain(), chart);
        assertThat(same).contains(" 0 would have got more, 0 less");
        String changed = backTest(database, null, chart);
        assertThat(changed)
                .contains("1997-01", "1997-02", "Who would lose most")
                .doesNotContain(", 0 less");
        assertThat(Files.readString(chart)).contains("1997-02 after");
    }

    private String backTest(TestDatabase database, @Nullable String definition, Path chart)
            throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false);
        assertThat(new FoodMartBackTest(() -> storage(database), console).run(definition, chart))
                .isTrue();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Requirement("R27")
    void a_run_that_stopped_goes_on_and_ends_in_the_same_figures() throws SQLException, IOException {
        try (TestDatabase whole = DatabaseEngine.SQLITE.fresh();
                TestDatabase halves = DatabaseEngine.SQLITE.fresh()) {
            run(halves, Slice.of(1, 30));
            assertThat(summary(run(halves, Slice.of(2, 30)))).isEqualTo(summary(run(whole, Slice.of(2, 30))));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_slice_comes_to_the_same_on_every_engine(DatabaseEngine engine) throws SQLException, IOException {
        try (TestDatabase sqlite = DatabaseEngine.SQLITE.fresh();
                TestDatabase database = engine.fresh()) {
            assertThat(summary(run(database, Slice.of(2, 60)))).isEqualTo(summary(run(sqlite, Slice.of(2, 60))));
        }
    }

    private String run(TestDatabase database, Slice slice) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false);
        boolean good = new FoodMartRun(() -> storage(database), console, slice).run(directory.resolve("report.html"));
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(good).as(text).isTrue();
        return text;
    }

    private static Storage storage(TestDatabase database) {
        JdbcSchema.of(database.dataSource()).apply();
        return JdbcStorage.over(database.dataSource());
    }

    private static String summary(String text) {
        return text.substring(text.indexOf("Adding up"), text.indexOf("The report is"));
    }
}
