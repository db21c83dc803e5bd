package org.openmembership.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where connections come from and what is done with them in the end. */
@FunctionalInterface
interface Connections {
    Lent lend() throws SQLException;

    /** Connections of our own: in autocommit while we have them, and closed afterwards. */
    static Connections ours(DataSource dataSource) {
        return () -> {
            Connection connection = dataSource.getConnection();
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            return new Lent(connection, true);
        };
    }

    /** The host's connections: left as they are. */
    static Connections theHosts(ConnectionSource source) {
        return () -> new Lent(source.connection(), false);
    }

    /** A connection until it is given back. */
    record Lent(Connection connection, boolean ours) implements AutoCloseable {
        @Override
        public void close() {
            if (ours) {
                try {
                    connection.close();
                } catch (SQLException broken) {
                    // what was kept is kept; that the connection is lost is the pool's to find out
                }
            }
        }
    }
}
