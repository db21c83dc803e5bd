package org.openmembership.examples.foodmart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.storage.Storage;

/** The database in which the library keeps its tables, beside the POS's own; opened when it is first asked for. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final HikariConfig config = new HikariConfig();
    private @Nullable HikariDataSource pool;

    Database(String url, @Nullable String user, @Nullable String password) {
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
    }

    /** The URL of a SQLite file. */
    static String sqlite(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    /** The storage in it, after making the tables that are missing. */
    public Storage storage() {
        if (pool == null) {
            pool = new HikariDataSource(config);
            JdbcSchema.of(pool).apply();
        }
        return JdbcStorage.over(pool);
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
