package org.openmembership.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work has decided to write and not sent yet: new rows by table, then changed ones, each kind in one set.
 *
 * <p>New rows go first, tables in the order of {@link Table}; so a row may be added and changed in one batch, but not
 * changed twice.
 */
final class WriteBatch {
    private final Map<Table, List<@Nullable Object[]>> rows = new EnumMap<>(Table.class);
    private final Map<Change, List<@Nullable Object[]>> changes = new LinkedHashMap<>();
    private final Map<Change, Set<List<@Nullable Object>>> found = new LinkedHashMap<>();

    void add(Table table, @Nullable Object... row) {
        require(table.sqlName(), table.columns().size(), row);
        rows.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
    }

    void add(Change change, @Nullable Object... values) {
        require(change.table().sqlName(), change.columns().size(), values);
        changes.computeIfAbsent(change, any -> new ArrayList<>()).add(values);
        found.computeIfAbsent(change, any -> new HashSet<>()).add(key(change, values));
    }

    /** Whether the row that {@code values} find is changed in this way already. */
    boolean holds(Change change, @Nullable Object... values) {
        return found.getOrDefault(change, Set.of()).contains(key(change, values));
    }

    boolean isEmpty() {
        return rows.isEmpty() && changes.isEmpty();
    }

    Map<Table, List<@Nullable Object[]>> rows() {
        return rows;
    }

    Map<Change, List<@Nullable Object[]>> changes() {
        return changes;
    }

    void clear() {
        rows.clear();
        changes.clear();
        found.clear();
    }

    private static List<@Nullable Object> key(Change change, @Nullable Object[] values) {
        return Arrays.asList(values).subList(change.set().size(), values.length);
    }

    private static void require(String what, int columns, @Nullable Object[] values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(what + " takes " + columns + " values, not " + values.length);
        }
    }
}
