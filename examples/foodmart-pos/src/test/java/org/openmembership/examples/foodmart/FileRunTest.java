package org.openmembership.examples.foodmart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.storage.Storage;
import org.openmembership.testkit.InMemoryStorage;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.SharedData;

class FileRunTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Points can be used to the end of the 364th day after the one they were earned on; schemes go by a trailing year's spend. */
    private static final String LAPSING = """
            {
              "id": "online-retail", "name": "Online retail", "currency": "GBP", "zone": "Europe/London",
              "pointValue": "0.01",
              "rules": [ { "id": "base", "points": 1, "per": 1 } ],
              "expiry": { "kind": "AFTER_PERIOD", "period": "P364D" },
              "spending": { "order": "OLDEST_FIRST" },
              "schemes": [
                { "id": "standard", "name": "Standard", "sequence": 1 },
                { "id": "silver", "name": "Silver", "sequence": 2, "entry": "1000", "keep": "1000" },
                { "id": "gold", "name": "Gold", "sequence": 3, "entry": "5000", "keep": "5000" }
              ],
              "review": { "measure": "SPEND", "window": { "kind": "ROLLING", "period": "P365D" }, "every": "P1D" }
            }""";

    @TempDir
    Path directory;

    @Test
    @Requirement({"R22", "R26"})
    void returns_that_name_no_original_deduct_and_may_leave_a_debt() throws IOException {
        Path file = directory.resolve("sales.csv");
        Files.writeString(file, """
                InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID
                1,a,3,2011-01-05 09:00:00,1.333,7
                C2,a,-5,2011-01-06 09:00:00,2.5,7
                3,a,1,2011-01-06 10:00:00,9.99,8
                4,a,1,2011-01-07 10:00:00,9.99,
                """);
        String text = run(file, true);
        assertThat(text)
                .contains("4 rows, of which 1 name no customer")
                .contains("Kept by the library: 3 documents of 2 customers, 0 points, 1 customers below zero.")
                .contains("The two agree.", "invariants hold.");
    }

    @Test
    void a_file_with_a_malformed_row_is_refused_before_anything_is_written() throws IOException {
        Path file = directory.resolve("sales.csv");
        Files.writeString(file, """
                InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID
                1,a,3,2011-01-05 09:00:00,1.333,7
                2,a,x,2011-01-06 09:00:00,2.5,7
                """);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean good = FileRun.plain(
                        () -> {
                            throw new AssertionError("the storage must not be opened");
                        },
                        console(out),
                        LONDON,
                        CurrencyUnit.GBP)
                .run(salesFile(file), directory.resolve("report.html"));
        assertThat(good).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("line 3, column Quantity");
    }

    @Test
    @Requirement({"R22", "R26"})
    void a_slice_of_an_online_shop_agrees_with_the_file() throws IOException {
        List<String> lines = SharedData.lines("online-retail.csv.gz");
        Path file = directory.resolve("slice.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (String line : lines.subList(0, 12_000)) {
                writer.write(line);
                writer.newLine();
            }
        }
        assertThat(run(file, true)).contains("The two agree.", "invariants hold.");
    }

    @Test
    @EnabledIfSystemProperty(named = "proof", matches = "true", disabledReason = "takes minutes: -Dproof=true")
    @Requirement({"R22", "R26"})
    void a_year_of_an_online_shop_ends_in_known_balances() throws IOException {
        assertThat(run(SharedData.find("online-retail.csv.gz"), true))
                .contains(
                        "Kept by the library: 22,190 documents of 4,372 customers, 8,293,239 points, 41 customers below")
                .contains("The two agree.", "invariants hold.");
    }

    @Test
    @Requirement({"R25", "R26", "R41", "B51"})
    void points_that_lapse_and_schemes_by_a_years_spend_end_in_known_figures() throws IOException {
        Path file = SharedData.find("online-retail.csv.gz");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean good = FileRun.of(InMemoryStorage::new, console(out), LAPSING)
                .run(salesFile(file), directory.resolve("report.html"));
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(good).as(text).isTrue();
        assertThat(text).contains("Kept by the library: 22,190 documents of 4,372 customers, 8,045,171 points");
        assertThat(text.replaceAll(" +", " "))
                .contains("members in Gold 253", "members in Silver 1,342", "members in Standard 2,777")
                .doesNotContain("DOES NOT ADD UP");
    }

    private String run(Path file, boolean expected) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TestDatabase database = DatabaseEngine.SQLITE.fresh()) {
            FileRun run = FileRun.plain(() -> storage(database), console(out), LONDON, CurrencyUnit.GBP);
            boolean good = run.run(salesFile(file), directory.resolve("report.html"));
            String text = out.toString(StandardCharsets.UTF_8);
            assertThat(good).as(text).isEqualTo(expected);
            return text;
        }
    }

    private static Storage storage(TestDatabase database) {
        JdbcSchema.of(database.dataSource()).apply();
        return JdbcStorage.over(database.dataSource());
    }

    private static Console console(ByteArrayOutputStream out) {
        return new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false);
    }

    private static SalesFile salesFile(Path file) {
        return SalesFile.of(file, SalesColumns.USUAL, SalesFile.USUAL_TIME_FORMAT);
    }
}
