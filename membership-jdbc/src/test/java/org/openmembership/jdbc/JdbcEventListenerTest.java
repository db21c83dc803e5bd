package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.outbox.RecordedEvent;
import org.openmembership.storage.Storage;
import org.openmembership.storage.StorageException;
import org.openmembership.testkit.Any;
import org.openmembership.testkit.AnyEvent;

/** That a host writes rows of its own in the very commit that an event tells of. */
final class JdbcEventListenerTest {
    private static final String SEEN = "select count(*) from om_outbox where id = ?";

    @ParameterizedTest
    @EnumSource
    void the_hosts_rows_are_kept_with_ours_and_see_them(DatabaseEngine engine) throws SQLException {
        TestDatabase database = JdbcStorageFixture.shared(engine);
        String table = table(database);
        JdbcStorage storage = storage(database).telling((event, connection) -> {
            assertThat(count(connection, SEEN, event.id().value())).isEqualTo(1);
            insert(connection, table, event);
        });

        RecordedEvent event = tell(storage);

        assertThat(countAll(database, table)).isEqualTo(1);
        assertThat(storage.<Object>read(stores -> stores.outbox().waiting(9))).isEqualTo(List.of(event.kept()));
    }

    @ParameterizedTest
    @EnumSource
    void what_the_listener_throws_undoes_both(DatabaseEngine engine) throws SQLException {
        TestDatabase database = JdbcStorageFixture.shared(engine);
        String table = table(database);
        JdbcStorage storage = storage(database).telling((event, connection) -> {
            insert(connection, table, event);
            throw new IllegalStateException("not like this");
        });

        assertThatThrownBy(() -> tell(storage)).hasMessage("not like this");

        assertThat(countAll(database, table)).isZero();
        assertThat(storage.<Object>read(stores -> stores.outbox().waiting(9))).isEqualTo(List.of());
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_of_the_listeners_that_fails_is_a_failure_of_the_storage(DatabaseEngine engine)
            throws SQLException {
        TestDatabase database = JdbcStorageFixture.shared(engine);
        JdbcStorage storage = storage(database).telling((event, connection) -> insert(connection, "om_no_such", event));

        assertThatThrownBy(() -> tell(storage)).isInstanceOf(StorageException.class);

        assertThat(storage.<Object>read(stores -> stores.outbox().waiting(9))).isEqualTo(List.of());
    }

    private static JdbcStorage storage(TestDatabase database) {
        return JdbcStorage.over(database.dataSource(), UUID.randomUUID().toString());
    }

    private static RecordedEvent tell(Storage storage) {
        RecordedEvent event = AnyEvent.anyEvent(Any.anyInstant());
        storage.inUnitOfWork(stores -> {
            stores.outbox().addAll(List.of(event));
            return event;
        });
        return event;
    }

    private static String table(TestDatabase database) throws SQLException {
        String table = "host_" + Any.anyNumber();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table " + table + " (event varchar(36) primary key)");
        }
        return table;
    }

    private static void insert(Connection connection, String table, RecordedEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into " + table + " values (?)")) {
            statement.setString(1, event.id().value());
            statement.executeUpdate();
        }
    }

    private static int countAll(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return count(connection, "select count(*) from " + table + " where event <> ?", "");
        }
    }

    private static int count(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
