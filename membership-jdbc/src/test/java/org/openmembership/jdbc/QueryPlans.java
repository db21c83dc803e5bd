package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;
import org.openmembership.jdbc.testkit.ObservedDataSource;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;

/** Listens to what is asked, and has SQLite say how it would search. */
abstract class QueryPlans {
    static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");

    /** Clubs are few, and a shop reads all of them at once. */
    private static final Set<String> FEW = Set.of("om_club", "c");

    /** Whether anything was ever dismissed: no more than one row is read. */
    private static final String ANY_AT_ALL = "SEARCH one USING PRIMARY KEY";

    final Set<String> sent = new LinkedHashSet<>();
    private final TestDatabase database = JdbcStorageFixture.shared(DatabaseEngine.SQLITE);
    private final Storage storage = JdbcStorage.over(
            ObservedDataSource.of(database.dataSource(), new ObservedDataSource.Observer() {
                @Override
                public void before(String sql) {
                    sent.add(sql);
                }
            }),
            UUID.randomUUID().toString());

    @BeforeEach
    void open() {
        storage.read(stores -> NOW);
        sent.clear();
    }

    void ask(Consumer<Stores> question) {
        storage.read(stores -> {
            question.accept(stores);
            return NOW;
        });
    }

    /** Something to ask about; it is no question. */
    void write(Consumer<Stores> change) {
        storage.inUnitOfWork(stores -> {
            change.accept(stores);
            return NOW;
        });
        sent.clear();
    }

    void assertPlans(boolean mayBeSorted) throws SQLException {
        assertThat(sent).isNotEmpty();
        for (String sql : sent) {
            List<String> plan = planOf(sql);
            assertThat(plan).as(sql).noneMatch(QueryPlans::isScan);
            if (mayBeSorted) {
                assertThat(plan).as(sql).noneMatch(QueryPlans::isSearchOfAll);
            } else {
                assertThat(untilFound(plan)).as(sql).noneMatch(step -> step.contains("TEMP B-TREE"));
            }
        }
    }

    /** Without what comes after no more than a page was found. */
    private static List<String> untilFound(List<String> plan) {
        return plan.stream()
                .takeWhile(step -> !step.matches("SCAN (found|walked|\\(subquery-\\d+\\))"))
                .toList();
    }

    /** A table of ours searched from end to end; tables are called by one letter, rows that were sent along by a word. */
    private static boolean isScan(String step) {
        String[] words = step.split(" ", -1);
        return words[0].equals("SCAN")
                && (words[1].startsWith("om_") || words[1].length() == 1)
                && !FEW.contains(words[1]);
    }

    /** All rows of a tenant, found by an index that begins with it, or all keys of a kind, of which everybody has some. */
    private static boolean isSearchOfAll(String step) {
        boolean isMeant = step.startsWith("SEARCH c USING PRIMARY KEY") || step.startsWith(ANY_AT_ALL);
        return step.endsWith("(tenant=?)") && !isMeant
                || step.endsWith("om_customer_key_of_value (tenant=? AND kind=?)");
    }

    List<String> planOf(String sql) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain query plan " + sql)) {
            while (rows.next()) {
                plan.add(rows.getString("detail"));
            }
        }
        return plan;
    }
}
