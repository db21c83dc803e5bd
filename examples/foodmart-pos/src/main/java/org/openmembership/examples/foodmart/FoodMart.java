package org.openmembership.examples.foodmart;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The vendor's own database: FoodMart, a chain of supermarkets with its customers, articles, promotions and sales.
 *
 * <p>It is only read, with plain JDBC. Opening it takes some seconds, because its tables are loaded into memory. Not
 * thread-safe.
 */
final class FoodMart implements AutoCloseable {
    private static final String URL = "jdbc:hsqldb:res:foodmart";

    private final Connection connection;

    private FoodMart(Connection connection) {
        this.connection = connection;
    }

    static FoodMart open() throws SQLException {
        Connection connection = DriverManager.getConnection(URL, "FOODMART", "FOODMART");
        connection.setSchema("foodmart");
        connection.setReadOnly(true);
        return new FoodMart(connection);
    }

    /** One object made of one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Row<T> reader, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
