package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.customer.Customer;
import org.openmembership.customer.PersonName;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.storage.Storage;
import org.openmembership.storage.UnsuitableTransactionException;
import org.openmembership.testkit.AnyCustomer;
import org.openmembership.testkit.Requirement;

/** Settings of a host that would break us: set right for our transactions, refused by name in the host's. */
@Requirement("F20")
final class HostSettingsTest {
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restoreDefaults() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @EnumSource
    void a_pool_that_hands_out_connections_without_autocommit_works(DatabaseEngine engine) {
        assertWorks(engine, config -> config.setAutoCommit(false));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_pool_of_read_only_connections_works(DatabaseEngine engine) {
        assertWorks(engine, config -> config.setReadOnly(true));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_pool_that_is_repeatable_read_by_default_works(DatabaseEngine engine) {
        assertWorks(engine, config -> config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ"));
    }

    @ParameterizedTest
    @EnumSource
    void a_host_in_istanbul_works(DatabaseEngine engine) {
        Locale.setDefault(new Locale("tr", "TR"));
        assertWorks(engine, config -> {});
    }

    @ParameterizedTest
    @EnumSource
    void a_host_at_the_date_line_works(DatabaseEngine engine) {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertWorks(engine, config -> {});
    }

    @Test
    void a_database_of_latin1_keeps_every_character() throws SQLException {
        try (TestDatabase database = DatabaseEngine.MARIADB.fresh()) {
            database.execute("alter database character set latin1");
            JdbcSchema.of(database.dataSource()).apply();
            assertKeeps(database.dataSource());
        }
    }

    @Test
    void a_lax_sql_mode_and_a_session_in_another_zone_change_nothing() {
        assertWorks(
                DatabaseEngine.MARIADB,
                config -> config.setConnectionInitSql("set session sql_mode = '', time_zone = '-12:00'"));
    }

    @Test
    void snapshot_isolation_of_later_servers_works() {
        assertWorks(
                DatabaseEngine.MARIADB,
                config -> config.setConnectionInitSql("set session innodb_snapshot_isolation = on"));
    }

    @Test
    void another_search_path_works() throws SQLException {
        try (TestDatabase database = DatabaseEngine.POSTGRESQL.fresh()) {
            database.execute("create schema loyalty");
            DataSource dataSource = database.pool(config -> config.setSchema("loyalty"));
            JdbcSchema.of(dataSource).apply();
            assertKeeps(dataSource);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void a_transaction_of_the_hosts_that_is_unsuitable_is_refused_by_name(DatabaseEngine engine) throws SQLException {
        assertRefused(engine, connection -> connection.setAutoCommit(true), "autocommit");
        assertRefused(
                engine, connection -> begin(connection, Connection.TRANSACTION_REPEATABLE_READ), "READ COMMITTED");
        assertRefused(
                engine,
                connection -> {
                    connection.setReadOnly(true);
                    begin(connection, Connection.TRANSACTION_READ_COMMITTED);
                },
                "read-only");
    }

    @Test
    void a_sqlite_transaction_without_foreign_keys_is_refused_by_name() throws SQLException {
        assertRefused(
                DatabaseEngine.SQLITE,
                connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("pragma foreign_keys = off");
                        statement.execute("begin immediate");
                    }
                },
                "foreign_keys");
    }

    private static void begin(Connection connection, int isolation) throws SQLException {
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(false);
    }

    /** Schema, writing and reading under whatever defaults this JVM has, and through a pool with these settings. */
    private static void assertWorks(DatabaseEngine engine, Consumer<HikariConfig> settings) {
        try (TestDatabase database = engine.fresh()) {
            // who makes the tables is somebody else, with a right to
            JdbcSchema.of(database.dataSource()).apply();
            assertKeeps(database.pool(settings));
        }
    }

    private static void assertKeeps(DataSource dataSource) {
        Storage storage = JdbcStorage.over(dataSource);
        Customer customer = anyCustomer();
        storage.inUnitOfWork(stores -> {
            stores.customers().add(customer);
            return customer;
        });

        Optional<Customer> kept = storage.read(stores -> stores.customers().find(customer.id()));
        assertThat(kept).contains(customer);
    }

    private static Customer anyCustomer() {
        Customer full = AnyCustomer.anyFullCustomer();
        return Customer.builder(full.id(), PersonName.of("İpek", "\uD83D\uDE00 ıIiİ ß"), full.createdAt())
                .reference(full.reference())
                .email(full.email())
                .phones(full.phones())
                .addresses(full.addresses())
                .defaults(full.defaults())
                .emailSetByStaffAt(full.emailSetByStaffAt())
                .build();
    }

    private static void assertRefused(DatabaseEngine engine, HostSetting setting, String name) throws SQLException {
        try (TestDatabase database = engine.fresh()) {
            JdbcSchema.of(database.dataSource()).apply();
            JdbcStorage storage = JdbcStorage.over(database.dataSource());
            try (Connection connection = database.connect()) {
                setting.make(connection);
                assertThatThrownBy(() -> storage.joining(connection)
                                .inUnitOfWork(stores -> stores.customers().find(AnyCustomer.anyCustomerId())))
                        .isInstanceOf(UnsuitableTransactionException.class)
                        .hasMessageContaining(name);
            }
        }
    }

    /** What a host does to its connection. */
    @FunctionalInterface
    private interface HostSetting {
        void make(Connection connection) throws SQLException;
    }
}
