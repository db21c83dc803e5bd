package org.openmembership.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A way in which rows of a table are changed: which columns are set, and which ones find the row.
 *
 * <p>Every change must find exactly one row; the values of what was read, such as a version, are among those that find it.
 */
record Change(Table table, List<Column> set, List<Column> where) {
    private static final Pattern COMMA = Pattern.compile(", ");

    /** {@code Change.of(Table.LOT, "remaining, is_open", "account, seq, number")} */
    static Change of(Table table, String set, String where) {
        return new Change(table, table.columns(List.of(COMMA.split(set))), table.columns(List.of(COMMA.split(where))));
    }

    /** All columns in the order of a change's values: first what is set, then what finds the row. */
    List<Column> columns() {
        List<Column> all = new ArrayList<>(set);
        all.addAll(where);
        return all;
    }
}
