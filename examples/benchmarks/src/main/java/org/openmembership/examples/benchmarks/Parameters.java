package org.openmembership.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Binds a statement's parameters one after the other. */
final class Parameters {
    private final PreparedStatement statement;
    private int next = 1;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    void of(Object... values) throws SQLException {
        for (Object value : values) {
            if (value instanceof String text) {
                statement.setString(next, text);
            } else if (value instanceof Integer number) {
                statement.setInt(next, number);
            } else {
                statement.setLong(next, (Long) value);
            }
            next++;
        }
    }

    void array(Connection connection, String type, Object[] values) throws SQLException {
        statement.setArray(next, connection.createArrayOf(type, values));
        next++;
    }
}
