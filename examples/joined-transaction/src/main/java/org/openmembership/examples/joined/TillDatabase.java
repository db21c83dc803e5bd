package org.openmembership.examples.joined;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The host's own side: a table of receipts, and transactions as the host likes them. */
final class TillDatabase {
    private final DataSource dataSource;

    TillDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What the host does in one of its transactions. */
    interface Work {
        void run(Connection connection) throws SQLException;
    }

    void createTables() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists receipt (number varchar(40) primary key, cents bigint not null)");
        }
    }

    /** Commits what {@code work} did, or nothing of it if it throws. */
    void inTransaction(Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma foreign_keys = on");
            statement.execute("begin immediate"); // SQLite: a transaction that first reads could not write later
            boolean done = false;
            try {
                work.run(connection);
                statement.execute("commit");
                done = true;
            } finally {
                if (!done) {
                    statement.execute("rollback");
                }
            }
        }
    }

    static void insertReceipt(Connection connection, String number, long cents) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into receipt (number, cents) values (?, ?)")) {
            statement.setString(1, number);
            statement.setLong(2, cents);
            statement.executeUpdate();
        }
    }

    long receipts() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from receipt")) {
            row.next();
            return row.getLong(1);
        }
    }
}
