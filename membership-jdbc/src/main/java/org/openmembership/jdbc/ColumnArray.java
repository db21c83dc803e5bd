package org.openmembership.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The values of one column of several rows, bound as one array. */
final class ColumnArray {
    private final Column column;
    private final @Nullable Object[] values;

    ColumnArray(Column column, @Nullable Object[] values) {
        this.column = column;
        this.values = values;
    }

    void bind(PreparedStatement statement, int index) throws SQLException {
        @Nullable Object[] elements = new Object[values.length];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = element(Values.column(values[i]));
        }
        statement.setArray(index, statement.getConnection().createArrayOf(typeName(column), elements));
    }

    static String typeName(Column column) {
        return switch (column.type()) {
            case VARCHAR -> "varchar";
            case BIGINT -> "bigint";
            case INTEGER -> "integer";
        };
    }

    private @Nullable Object element(@Nullable Object value) {
        return value instanceof Number number && column.type() == Column.Type.BIGINT
                ? (Object) number.longValue()
                : value;
    }
}
