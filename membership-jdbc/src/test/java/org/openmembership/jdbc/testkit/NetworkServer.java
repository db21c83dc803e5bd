package org.openmembership.jdbc.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A server reached over the network that keeps many databases: one of ours, or the one a developer named.
 *
 * @param prefix the URL up to the name of a database
 * @param administration the database from which others are created
 * @param suffix the URL after that name
 * @param dropping the statement that drops a database, but for its name
 */
record NetworkServer(DatabaseEngine engine, String prefix, String administration, String suffix, String dropping)
        implements DatabaseServer {

    /** The server of a URL such as {@code jdbc:postgresql://host:5432/postgres?user=me}. */
    static NetworkServer named(DatabaseEngine engine, String url, String dropping) {
        int database = url.indexOf('/', url.indexOf("//") + 2) + 1;
        int options = url.indexOf('?');
        int end = options < 0 ? url.length() : options;
        if (database <= 0 || database > end) {
            throw new IllegalArgumentException("not a URL of the form jdbc:engine://host/database?options: " + url);
        }
        return new NetworkServer(
                engine, url.substring(0, database), url.substring(database, end), url.substring(end), dropping);
    }

    @Override
    public TestDatabase create() {
        String name = "om_" + UUID.randomUUID().toString().replace('-', '_');
        administer("create database " + name);
        return new TestDatabase(engine, prefix + name + suffix, () -> administer(dropping.formatted(name)));
    }

    private void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(prefix + administration + suffix);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(engine + " did not run: " + sql, e);
        }
    }
}
