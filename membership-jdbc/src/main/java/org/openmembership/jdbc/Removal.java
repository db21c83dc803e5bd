package org.openmembership.jdbc;

import java.util.List;

/** A way in which rows are taken out that something else owned by the same noun replaces: all those with one value. */
record Removal(Table table, Column column) {
    /** A value that no row has: what is taken out by it only costs what taking out costs (S9). */
    static final String OF_NOTHING = "";

    /** {@code Removal.of(Table.MEMBER_PHONE, "member")} */
    static Removal of(Table table, String column) {
        return new Removal(table, table.columns(List.of(column)).get(0));
    }
}
