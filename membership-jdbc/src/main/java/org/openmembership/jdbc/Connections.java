package org.openmembership.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Where connections come from and what is done with them in the end. */
final class Connections {
    private Connections() {}

    /** Connections of our own: in autocommit while we have them, and closed afterwards. */
    static Jdbi ours(DataSource dataSource) {
        return configured(new ConnectionFactory() {
            @Override
            public Connection openConnection() throws SQLException {
                Connection connection = dataSource.getConnection();
                if (!connection.getAutoCommit()) {
                    connection.setAutoCommit(true);
                }
                return connection;
            }
        });
    }

    /** The host's connections: left as they are. */
    static Jdbi theHosts(ConnectionSource source) {
        return configured(new ConnectionFactory() {
            @Override
            public Connection openConnection() throws SQLException {
                return source.connection();
            }

            @Override
            public void closeConnection(Connection connection) {}
        });
    }

    private static Jdbi configured(ConnectionFactory factory) {
        Jdbi jdbi = Jdbi.create(factory);
        // JDBI would roll back a transaction it finds open, which may be the host's
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setUnusedBindingAllowed(true);
        // a message must not show what was bound: it may be personal
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }
}
