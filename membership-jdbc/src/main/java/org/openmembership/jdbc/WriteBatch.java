package org.openmembership.jdbc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work has decided to write and not sent yet: rows to take out, new ones by table, then changed ones, each
 * kind in one set.
 *
 * <p>New rows go before changed ones, tables in the order of {@link Table}; so a row may be added and changed in one batch, but not
 * changed twice.
 */
final class WriteBatch {
    private final Map<Removal, List<String>> removals = new LinkedHashMap<>();
    private final Map<Table, List<@Nullable Object[]>> rows = new EnumMap<>(Table.class);
    private final Map<Change, List<@Nullable Object[]>> changes = new LinkedHashMap<>();
    private final Map<Change, Set<List<@Nullable Object>>> found = new LinkedHashMap<>();

    void add(Removal removal, String value) {
        removals.computeIfAbsent(removal, any -> new ArrayList<>()).add(value);
    }

    void add(Table table, @Nullable Object... row) {
        require(table.sqlName(), table.columns().size(), row);
        rows.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
    }

    void add(Change change, @Nullable Object... values) {
        require(change.table().sqlName(), change.columns().size(), values);
        changes.computeIfAbsent(change, any -> new ArrayList<>()).add(values);
        found.computeIfAbsent(change, any -> new HashSet<>()).add(key(change, values));
    }

    /** Adds the rows of another batch, which has nothing else. */
    void addAll(WriteBatch other) {
        other.rows.forEach((table, added) ->
                rows.computeIfAbsent(table, any -> new ArrayList<>()).addAll(added));
    }

    /** Whether the row that {@code values} find is changed in this way already. */
    boolean holds(Change change, @Nullable Object... values) {
        return found.getOrDefault(change, Set.of()).contains(key(change, values));
    }

    /** Whether any row is changed in this way. */
    boolean holds(Change change) {
        return changes.containsKey(change);
    }

    /** Whether rows are added to this table. */
    boolean holds(Table table) {
        return rows.containsKey(table);
    }

    boolean isEmpty() {
        return removals.isEmpty() && rows.isEmpty() && changes.isEmpty();
    }

    Map<Removal, List<String>> removals() {
        return removals;
    }

    Map<Table, List<@Nullable Object[]>> rows() {
        return rows;
    }

    Map<Change, List<@Nullable Object[]>> changes() {
        return changes;
    }

    void clear() {
        removals.clear();
        rows.clear();
        changes.clear();
        found.clear();
    }

    /** What finds the row, without what is set as well, such as a version. */
    private static List<@Nullable Object> key(Change change, @Nullable Object[] values) {
        List<@Nullable Object> key = new ArrayList<>();
        for (int i = 0; i < change.where().size(); i++) {
            if (!change.set().contains(change.where().get(i))) {
                key.add(values[change.set().size() + i]);
            }
        }
        return key;
    }

    private static void require(String what, int columns, @Nullable Object[] values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(what + " takes " + columns + " values, not " + values.length);
        }
    }
}
