package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.ObservedDataSource;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.storage.StorageException;
import org.openmembership.testkit.Requirement;

/** The schema: how it comes to be, and what it refuses. */
final class JdbcSchemaTest {
    private static final int STEPS = SchemaStep.all().size();

    @Requirement("F16")
    @ParameterizedTest
    @EnumSource
    void several_nodes_that_start_at_once_do_each_step_once(DatabaseEngine engine) throws Exception {
        try (TestDatabase database = engine.fresh()) {
            DataSource dataSource = database.dataSource();
            ExecutorService nodes = Executors.newFixedThreadPool(4);
            Callable<Integer> start = () -> JdbcSchema.of(dataSource).apply();
            int done = 0;
            for (Future<Integer> node : nodes.invokeAll(List.of(start, start, start, start))) {
                done += node.get();
            }
            nodes.shutdown();

            assertThat(done).isEqualTo(STEPS);
            requireUsable(dataSource);
        }
    }

    @Requirement("F16")
    @ParameterizedTest
    @EnumSource
    void a_node_killed_before_or_after_any_statement_leaves_a_schema_that_the_next_one_completes(DatabaseEngine engine)
            throws Exception {
        try (TestDatabase database = engine.fresh()) {
            DataSource dataSource = database.dataSource();
            int killed = 0;
            for (int lives = 3; !survives(dying(database, lives)); lives += 23) {
                killed++;
            }

            assertThat(killed).isGreaterThan(3);
            requireUsable(dataSource);
            assertThat(JdbcSchema.of(dataSource).apply()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_of_a_newer_version_is_refused(DatabaseEngine engine) throws Exception {
        try (TestDatabase database = engine.fresh()) {
            DataSource dataSource = database.dataSource();
            JdbcSchema.of(dataSource).apply();
            database.execute("insert into om_schema_step (step, checksum, applied_at, min_reader, min_writer)"
                    + " values ('999', 'unknown', 0, 2, 2)");

            assertThatThrownBy(() -> JdbcSchema.of(dataSource).apply())
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("newer version")
                    .hasMessageContaining("999");
            assertThatThrownBy(() -> JdbcStorage.over(dataSource).read(stores -> "never"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("newer version");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_of_an_older_version_is_refused_until_it_is_brought_up_to_date(DatabaseEngine engine)
            throws Exception {
        try (TestDatabase database = engine.fresh()) {
            DataSource dataSource = database.dataSource();
            JdbcSchema.of(dataSource).apply();
            database.execute("delete from om_schema_step where step = '070.2'");

            assertThatThrownBy(() -> JdbcStorage.over(dataSource).read(stores -> "never"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("070.2");
            assertThat(JdbcSchema.of(dataSource).apply()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_step_that_was_edited_after_it_was_applied_is_refused(DatabaseEngine engine) throws Exception {
        try (TestDatabase database = engine.fresh()) {
            DataSource dataSource = database.dataSource();
            JdbcSchema.of(dataSource).apply();
            database.execute("update om_schema_step set checksum = 'other' where step = '060'");

            assertThatThrownBy(() -> JdbcSchema.of(dataSource).apply())
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("060");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_administrator_may_run_the_exported_script_instead(DatabaseEngine engine) throws Exception {
        try (TestDatabase database = engine.fresh()) {
            DataSource dataSource = database.dataSource();
            String script = JdbcSchema.of(dataSource).export();

            assertThat(script).doesNotContain("${");
            database.execute(script.split(";\\s*\n"));

            requireUsable(dataSource);
            assertThat(JdbcSchema.of(dataSource).apply()).isZero();
        }
    }

    private static void requireUsable(DataSource dataSource) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            JdbcSchema.requireUsable(connection);
        }
        assertThat(JdbcStorage.over(dataSource).<String>read(stores -> "usable"))
                .isEqualTo("usable");
    }

    private static boolean survives(DataSource dataSource) {
        try {
            JdbcSchema.of(dataSource).apply();
            return true;
        } catch (StorageException killed) {
            return false;
        }
    }

    /** Every other life ends before a statement is sent, the others after it was answered; nothing works afterwards. */
    private static DataSource dying(TestDatabase database, int lives) {
        AtomicInteger left = new AtomicInteger(lives);
        return ObservedDataSource.unpooled(database, new ObservedDataSource.Observer() {
            @Override
            public void before(String sql) throws SQLException {
                if (lives % 2 == 0) {
                    die();
                }
            }

            @Override
            public void after(String sql) throws SQLException {
                if (lives % 2 == 1) {
                    die();
                }
            }

            private void die() throws SQLException {
                if (left.decrementAndGet() < 0) {
                    throw new SQLException("killed", "08006");
                }
            }
        });
    }
}
