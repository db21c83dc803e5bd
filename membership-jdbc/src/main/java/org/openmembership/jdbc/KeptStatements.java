package org.openmembership.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the statements of a connection for the next unit of work that has it, those used last at most: to an embedded
 * database, preparing a statement is more work than running it.
 */
final class KeptStatements extends StatementSource {
    private static final int MOST = 128;

    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>();

    KeptStatements(Connection connection) {
        super(connection);
    }

    @Override
    PreparedStatement take(String sql) throws SQLException {
        PreparedStatement found = kept.remove(sql);
        return found == null ? super.take(sql) : found;
    }

    @Override
    void giveBack(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        statement.clearBatch();
        PreparedStatement other = kept.put(sql, statement);
        if (other != null) {
            other.close();
        }
        if (kept.size() > MOST) {
            closeOldest();
        }
    }

    private void closeOldest() throws SQLException {
        Iterator<PreparedStatement> oldest = kept.values().iterator();
        PreparedStatement statement = oldest.next();
        oldest.remove();
        statement.close();
    }
}
