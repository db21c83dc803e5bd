package org.openmembership.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

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

    /** The same for JDBI's queries. */
    final DefaultStatementBuilder forQueries() {
        IdentityHashMap<Statement, String> texts = new IdentityHashMap<>();
        return new DefaultStatementBuilder() {
            @Override
            public PreparedStatement create(Connection ignored, String sql, StatementContext context)
                    throws SQLException {
                PreparedStatement statement = take(sql);
                texts.put(statement, sql);
                return statement;
            }

            @Override
            public void close(Connection ignored, String template, Statement statement) throws SQLException {
                giveBack(requireNonNull(texts.remove(statement)), (PreparedStatement) statement);
            }
        };
    }
}
