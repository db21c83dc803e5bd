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
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ReviewTerms;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.ObservedDataSource;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.ledger.LedgerStore.Stretch;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;

/** That MariaDB finds purchases, lines and entries by an index also while it has no idea of their number. */
final class MariaDbPlanTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");

    /** Purchases, their lines and those that return them, entries. */
    private static final Set<String> MANY = Set.of("p", "l", "b", "r", "e", "u");

    private final Set<String> sent = new LinkedHashSet<>();
    private TestDatabase database;
    private Storage storage;

    @BeforeEach
    void open() throws SQLException {
        database = DatabaseEngine.MARIADB.fresh();
        JdbcSchema.of(database.dataSource()).apply();
        database.execute("update mysql.innodb_table_stats set n_rows = 1000000 where database_name = database()");
        database.execute("update mysql.innodb_index_stats set stat_value = 0"
                + " where database_name = database() and stat_name like 'n_diff%'");
        database.execute("flush tables");
        storage = JdbcStorage.over(ObservedDataSource.of(database.dataSource(), new ObservedDataSource.Observer() {
            @Override
            public void before(String sql) {
                sent.add(sql);
            }
        }));
        storage.read(stores -> NOW);
        sent.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void measures_are_taken_by_indexes() throws SQLException {
        Map<AccountId, Stretch> stretches = Map.of(
                AccountId.of("a"), new Stretch(NOW, NOW.plusSeconds(1)),
                AccountId.of("b"), new Stretch(NOW, NOW.plusSeconds(1)));
        for (ReviewTerms.Measure measure : ReviewTerms.Measure.values()) {
            ask(stores -> stores.ledger().measures(measure, CurrencyUnit.EUR, stretches));
        }
        assertThat(sent).hasSize(ReviewTerms.Measure.values().length);
        assertReadByIndexes();
    }

    @Test
    void what_was_returned_is_found_by_its_index() throws SQLException {
        ask(stores ->
                stores.purchases().returnsOf(Set.of(ExternalKey.of("till-7", "one"), ExternalKey.of("till-7", "two"))));
        assertThat(sent).hasSize(1);
        assertReadByIndexes();
    }

    private void ask(Consumer<Stores> question) {
        storage.read(stores -> {
            question.accept(stores);
            return NOW;
        });
    }

    /** All of them are read by more of an index than the tenant it begins with. */
    private void assertReadByIndexes() throws SQLException {
        for (String sql : sent) {
            assertThat(plan(sql)).as(sql).isNotEmpty().allSatisfy(step -> {
                assertThat(step.key()).as("index of %s", step.table()).isNotNull();
                assertThat(step.parts())
                        .as("%s by %s", step.table(), step.key())
                        .isGreaterThan(1);
            });
        }
    }

    /** How a table of ours is read: by which index, and how many of its columns. */
    private record Step(String table, String key, int parts) {}

    private List<Step> plan(String sql) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain " + sql.replace("?", "'1'"))) {
            while (rows.next()) {
                String table = rows.getString("table");
                if (table != null && MANY.contains(table)) {
                    String refs = rows.getString("ref");
                    int parts = refs == null ? 0 : refs.split(",", -1).length;
                    boolean range = "range".equals(rows.getString("type"));
                    steps.add(new Step(table, rows.getString("key"), range ? parts + 2 : parts));
                }
            }
        }
        return steps;
    }
}
