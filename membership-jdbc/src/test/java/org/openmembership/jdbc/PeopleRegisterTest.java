package org.openmembership.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.TestDatabase;
import org.openmembership.testkit.Requirement;

/** The register of what columns hold of people, against the tables as they are. */
final class PeopleRegisterTest {
    private static final String WHAT_TO_DO = """
            %s
            Say in membership-jdbc/src/main/resources/org/openmembership/jdbc/people.register what each column holds of people
            (none, identifier, personal, derived, secret or text), a line each, such as "om_customer.first_name personal", and for each \
            table what becomes of its rows when a person is erased, "om_table kept" or "om_table erased by COLUMN of customer" \
            (or member, user, registration). The head of that file explains the words.""";

    private final PeopleRegister register = PeopleRegister.get();

    @Requirement({"R17", "I19"})
    @ParameterizedTest
    @EnumSource
    void every_column_of_every_table_is_classified(DatabaseEngine engine) throws Exception {
        Set<String> live = new TreeSet<>();
        tables(engine).columns().forEach((table, columns) -> columns.forEach(column -> live.add(table + "." + column)));
        Set<String> unclassified = new TreeSet<>(live);
        unclassified.removeAll(register.columns().keySet());
        Set<String> gone = new TreeSet<>(register.columns().keySet());
        gone.removeAll(live);

        assertThat(unclassified)
                .withFailMessage(() -> WHAT_TO_DO.formatted("Not classified: " + unclassified + "."))
                .isEmpty();
        assertThat(gone)
                .withFailMessage(() -> WHAT_TO_DO.formatted("Classified, but in no table: " + gone + "."))
                .isEmpty();
    }

    @Requirement({"R17", "I19"})
    @ParameterizedTest
    @EnumSource
    void of_every_table_it_is_said_what_becomes_of_its_rows(DatabaseEngine engine) throws Exception {
        Map<String, List<String>> live = tables(engine).columns();
        Set<String> undecided = new TreeSet<>(live.keySet());
        undecided.removeAll(register.kept());
        undecided.removeAll(erasedTables());

        assertThat(undecided)
                .withFailMessage(() -> WHAT_TO_DO.formatted("Neither kept nor erased: " + undecided + "."))
                .isEmpty();
        assertThat(register.kept()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(erasedTables());
        assertThat(register.erased())
                .allSatisfy(rows -> assertThat(live.get(rows.table())).contains(rows.column()));
    }

    @Test
    @Requirement({"R17", "I19", "I24"})
    void a_table_whose_rows_stay_holds_nothing_personal() {
        Set<String> kept = Set.copyOf(register.kept());

        register.columns().forEach((column, holds) -> {
            String table = column.substring(0, column.indexOf('.'));
            assertThat(holds.isErased() && kept.contains(table))
                    .withFailMessage(() -> WHAT_TO_DO.formatted(
                            column + " is " + holds + ", so the rows of " + table + " cannot be kept."))
                    .isFalse();
        });
    }

    @Requirement("R17")
    @ParameterizedTest
    @EnumSource
    void what_refers_to_rows_that_go_goes_with_them(DatabaseEngine engine) throws Exception {
        Set<String> erased = erasedTables();

        for (Map.Entry<String, Set<String>> table : tables(engine).references().entrySet()) {
            Set<String> reached = new TreeSet<>(table.getValue());
            reached.retainAll(erased);
            assertThat(reached.isEmpty() || erased.contains(table.getKey()))
                    .withFailMessage(() -> WHAT_TO_DO.formatted(table.getKey() + " is kept but has a foreign key to "
                            + reached + ", whose rows go: let it be erased too, or keep the id without a foreign key."))
                    .isTrue();
        }
    }

    @Test
    void a_line_that_is_not_understood_or_contradicts_another_is_refused() {
        assertThatThrownBy(() -> PeopleRegister.read(List.of("om_customer.first_name private")))
                .hasMessageContaining("not understood: om_customer.first_name private");
        assertThatThrownBy(() -> PeopleRegister.read(List.of("om_a.b none", "om_a.b personal")))
                .hasMessageContaining("and also NONE");
    }

    private Set<String> erasedTables() {
        return register.erased().stream().map(PeopleRegister.Erased::table).collect(Collectors.toSet());
    }

    /**
     * The tables of a database as they are.
     *
     * @param columns of each table
     * @param references of each table that has foreign keys, the tables these lead to
     */
    private record Tables(Map<String, List<String>> columns, Map<String, Set<String>> references) {}

    private static Tables tables(DatabaseEngine engine) throws SQLException {
        try (TestDatabase database = engine.fresh()) {
            JdbcSchema.of(database.dataSource()).apply();
            try (Connection connection = database.connect()) {
                DatabaseMetaData facts = connection.getMetaData();
                Map<String, List<String>> columns = columns(connection, facts);
                Map<String, Set<String>> references = new TreeMap<>();
                for (String table : columns.keySet()) {
                    references.put(table, references(connection, facts, table));
                }
                return new Tables(columns, references);
            }
        }
    }

    private static Map<String, List<String>> columns(Connection connection, DatabaseMetaData facts)
            throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        for (String table : tableNames(connection, facts)) {
            try (ResultSet rows = facts.getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
                while (rows.next()) {
                    if (rows.getString("TABLE_NAME").equalsIgnoreCase(table)) {
                        columns.computeIfAbsent(table, any -> new ArrayList<>())
                                .add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        assertThat(columns).hasSizeGreaterThanOrEqualTo(Table.values().length);
        return columns;
    }

    /** One by one, because SQLite's driver cannot ask about the columns of all of them at once. */
    private static Set<String> tableNames(Connection connection, DatabaseMetaData facts) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows =
                facts.getTables(connection.getCatalog(), connection.getSchema(), "om%", new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        names.remove("om_schema_step");
        return names;
    }

    private static Set<String> references(Connection connection, DatabaseMetaData facts, String table)
            throws SQLException {
        Set<String> others = new TreeSet<>();
        try (ResultSet rows = facts.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (rows.next()) {
                others.add(rows.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return others;
    }
}
