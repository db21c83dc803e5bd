package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a noun of the row a result set stands on. */
@FunctionalInterface
interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
}
