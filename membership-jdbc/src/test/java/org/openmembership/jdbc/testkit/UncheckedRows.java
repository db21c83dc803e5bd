package org.openmembership.jdbc.testkit;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one tenant with the schema's foreign keys and checks out of force; each call is kept at once. */
final class UncheckedRows {
    private final TestDatabase database;
    private final int tenant;

    UncheckedRows(TestDatabase database, String tenantCode) {
        this.database = database;
        this.tenant = tenantNumber(tenantCode);
    }

    /** Puts a row in the place of the one with the same values of {@code key}, or beside the others. */
    void put(String table, List<String> key, Map<String, @Nullable Object> row) {
        List<@Nullable Object> found = new ArrayList<>();
        key.forEach(column -> found.add(row.get(column)));
        String where = key.stream().map(column -> " and " + column + " = ?").collect(joining());
        execute("delete from " + table + " where tenant = ?" + where, found);
        add(table, row);
    }

    void add(String table, Map<String, @Nullable Object> row) {
        String columns = String.join(", ", row.keySet());
        execute(
                "insert into " + table + " (tenant, " + columns + ") values (?" + ", ?".repeat(row.size()) + ")",
                new ArrayList<>(row.values()));
    }

    /** @param sql whose first parameter is the tenant */
    int execute(String sql, List<? extends @Nullable Object> values) {
        try (Connection connection = database.connect()) {
            trust(connection);
            try (PreparedStatement statement = bound(connection, sql, values)) {
                return statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("not planted: " + sql, e);
        }
    }

    /** As {@link #execute}, without the check constraint of this name. */
    int executeWithout(String table, String check, String sql, List<? extends @Nullable Object> values) {
        if (database.engine() != DatabaseEngine.POSTGRESQL) {
            return execute(sql, values);
        }
        try {
            // the other two leave checks out for a session; here the table loses it, and gets it back for new rows only
            String definition = text("select pg_get_constraintdef(oid) from pg_constraint where conname = '" + check
                            + "'")
                    .replace(" NOT VALID", "");
            database.execute("alter table " + table + " drop constraint " + check);
            int count = execute(sql, values);
            database.execute("alter table " + table + " add constraint " + check + " " + definition + " not valid");
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException("not planted: " + sql, e);
        }
    }

    /** The first number a query answers; its first parameter is the tenant. */
    long number(String sql, List<?> values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private PreparedStatement bound(Connection connection, String sql, List<? extends @Nullable Object> values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setInt(1, tenant);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 2, values.get(i));
        }
        return statement;
    }

    private void trust(Connection connection) throws SQLException {
        List<String> settings = switch (database.engine()) {
            case SQLITE ->
                List.of(
                        "pragma busy_timeout = 10000",
                        "pragma foreign_keys = off",
                        "pragma ignore_check_constraints = on");
            case POSTGRESQL -> List.of("set session_replication_role = replica");
            case MARIADB -> List.of("set foreign_key_checks = 0", "set check_constraint_checks = 0");
        };
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new IllegalStateException("nothing answers " + sql);
            }
            return rows.getString(1);
        }
    }

    private int tenantNumber(String code) {
        try {
            return Integer.parseInt(text("select number from om_tenant where code = '" + code + "'"));
        } catch (SQLException e) {
            throw new IllegalStateException("no tenant " + code, e);
        }
    }
}
