package org.openmembership.jdbc.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One empty database of a real engine. Closing it closes its pools and drops it. Safe to use from any thread.
 *
 * <p>Nothing about the connections is set: they are what the driver and a pool give a host that sets nothing either.
 */
public final class TestDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 20;

    private final DatabaseEngine engine;
    private final String url;
    private final Runnable drop;
    private final Deque<HikariDataSource> pools = new ArrayDeque<>();
    private @Nullable DataSource dataSource;

    TestDatabase(DatabaseEngine engine, String url, Runnable drop) {
        this.engine = engine;
        this.url = url;
        this.drop = drop;
    }

    /** The engine that runs it. */
    public DatabaseEngine engine() {
        return engine;
    }

    /** How a driver reaches it; user and password are part of it. */
    public String url() {
        return url;
    }

    /** The database's ordinary pool of up to twenty connections; the same one at each call. */
    public synchronized DataSource dataSource() {
        DataSource existing = dataSource;
        if (existing == null) {
            existing = pool(CONNECTIONS);
            dataSource = existing;
        }
        return existing;
    }

    /** One more pool on this database, of at most so many connections. */
    public DataSource pool(int connections) {
        return pool(config -> config.setMaximumPoolSize(connections));
    }

    /** One more pool on this database, set up as a test wants its host to be. It is closed with the database. */
    public synchronized DataSource pool(Consumer<HikariConfig> settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMinimumIdle(0);
        settings.accept(config);
        HikariDataSource pool = new HikariDataSource(config);
        pools.push(pool);
        return pool;
    }

    /** A connection of its own, outside every pool; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Runs statements on a connection of their own, one after the other, each in a transaction of its own. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public synchronized void close() {
        pools.forEach(HikariDataSource::close);
        pools.clear();
        dataSource = null;
        drop.run();
    }

    @Override
    public String toString() {
        return engine + " at " + url;
    }
}
