package org.openmembership.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Where the prepared statements of a unit of work come from: here from its connection, for once.
 *
 * <p>Not thread-safe: a connection serves one unit of work at a time.
 */
class StatementSource {
    private final Connection connection;

    StatementSource(Connection connection) {
        this.connection = connection;
    }

    PreparedStatement take(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    void giveBack(String sql, PreparedStatement statement) throws SQLException {
        statement.close();
    }

    /** What somebody does with a statement. */
    @FunctionalInterface
    interface Use {
        void of(PreparedStatement statement) throws SQLException;
    }

    final void with(String sql, Use use) throws SQLException {
        PreparedStatement statement = take(sql);
        try {
            use.of(statement);
        } finally {
            giveBack(sql, statement);
        }
    }
}
