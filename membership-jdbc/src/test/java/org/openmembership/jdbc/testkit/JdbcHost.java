package org.openmembership.jdbc.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.storage.Storage;
import org.openmembership.testkit.HostTransactions;

/** A host that owns its transactions, as the guide asks it to. */
record JdbcHost(TestDatabase database, JdbcStorage storage) implements HostTransactions {
    @Override
    public <R> R inTransaction(Function<Storage, R> work) {
        try (Connection connection = database.dataSource().getConnection()) {
            begin(connection);
            boolean done = false;
            try {
                R result = work.apply(storage.joining(connection));
                done = true;
                return result;
            } finally {
                end(connection, done);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the host's transaction failed", e);
        }
    }

    private void begin(Connection connection) throws SQLException {
        if (database.engine() == DatabaseEngine.SQLITE) {
            execute(connection, "pragma foreign_keys = on");
            execute(connection, "pragma busy_timeout = 10000");
            execute(connection, "begin immediate");
        } else {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
        }
    }

    private void end(Connection connection, boolean commit) throws SQLException {
        if (database.engine() == DatabaseEngine.SQLITE) {
            execute(connection, commit ? "commit" : "rollback");
        } else if (commit) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
