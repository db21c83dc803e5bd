package org.openmembership.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;

/** Looks through every column of every table of a database, whatever it holds, at the rows of one tenant. */
public final class Needles {
    private final DatabaseEngine engine;
    private final int tenant;

    private Needles(DatabaseEngine engine, int tenant) {
        this.engine = engine;
        this.tenant = tenant;
    }

    /** For the tenant that was opened last. */
    public static Needles ofLatest(DatabaseEngine engine) {
        try (Connection connection = JdbcStorageFixture.shared(engine).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select max(number) from om_tenant")) {
            rows.next();
            return new Needles(engine, rows.getInt(1));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Every column with a value in which one of these is found, whatever the case, as {@code om_table.column}. */
    public Set<String> columnsWith(List<String> needles) {
        Set<String> found = new TreeSet<>();
        values().forEach((column, values) -> {
            boolean holds = values.stream()
                    .map(value -> value.toLowerCase(Locale.ROOT))
                    .anyMatch(value -> needles.stream().anyMatch(value::contains));
            if (holds) {
                found.add(column);
            }
        });
        return found;
    }

    /** All that is there, by column. */
    public Map<String, List<String>> values() {
        Map<String, List<String>> values = new TreeMap<>();
        try (Connection connection = JdbcStorageFixture.shared(engine).connect()) {
            for (String table : tables()) {
                addValues(connection, table, values);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return values;
    }

    private void addValues(Connection connection, String table, Map<String, List<String>> values) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table + whereOurs(table))) {
            ResultSetMetaData facts = rows.getMetaData();
            while (rows.next()) {
                for (int i = 1; i <= facts.getColumnCount(); i++) {
                    String value = rows.getString(i);
                    if (value != null) {
                        values.computeIfAbsent(
                                        table + "." + facts.getColumnLabel(i).toLowerCase(Locale.ROOT),
                                        any -> new ArrayList<>())
                                .add(value);
                    }
                }
            }
        }
    }

    private String whereOurs(String table) {
        return table.equals("om_tenant") ? "" : " where tenant = " + tenant;
    }

    /** The tables that the register of people knows, which are all. */
    private static Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        registered().keySet().forEach(column -> tables.add(column.substring(0, column.indexOf('.'))));
        return tables;
    }

    /** What each column holds of people, by the register. */
    public static Map<String, String> registered() {
        Map<String, String> columns = new TreeMap<>();
        try (InputStream in = Needles.class.getResourceAsStream("/org/openmembership/jdbc/people.register")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> line.matches("om_\\w+\\.\\w+ \\w+")).forEach(line -> {
                int space = line.indexOf(' ');
                columns.put(line.substring(0, space), line.substring(space + 1));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return columns;
    }
}
