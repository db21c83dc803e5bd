package org.openmembership.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where the host's current transaction is: asked once per call, on the calling thread.
 *
 * <p>In Spring, {@code () -> DataSourceUtils.getConnection(dataSource)} inside a transaction. The connection is only used
 * during the call; it is never committed, rolled back, configured or closed.
 */
@FunctionalInterface
public interface ConnectionSource {
    Connection connection() throws SQLException;
}
