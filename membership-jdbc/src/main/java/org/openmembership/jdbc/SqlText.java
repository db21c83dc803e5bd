package org.openmembership.jdbc;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements that write one row of a table, the same for every database. */
final class SqlText {
    private static final Map<Table, String> INSERTS = new ConcurrentHashMap<>();
    private static final Map<Change, String> UPDATES = new ConcurrentHashMap<>();

    private SqlText() {}

    static String insert(Table table) {
        return INSERTS.computeIfAbsent(
                table,
                any -> into(table) + " values (?" + ", ?".repeat(table.columns().size()) + ")");
    }

    static String into(Table table) {
        return "insert into " + table.sqlName() + " (tenant, " + names(table.columns()) + ")";
    }

    static String update(Change change) {
        return UPDATES.computeIfAbsent(change, any -> {
            String set =
                    change.set().stream().map(column -> column.name() + " = ?").collect(joining(", "));
            String where = change.where().stream()
                    .map(column -> " and " + column.name() + " = ?")
                    .collect(joining());
            return "update " + change.table().sqlName() + " set " + set + " where tenant = ?" + where;
        });
    }

    static String delete(Removal removal) {
        return "delete from " + removal.table().sqlName() + " where tenant = ? and "
                + removal.column().name() + " = ?";
    }

    static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(joining(", "));
    }
}
