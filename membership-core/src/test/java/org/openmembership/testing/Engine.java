package org.openmembership.testing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;
import org.openmembership.testkit.InMemoryFixture;
import org.openmembership.testkit.StorageFixture;

/** The storages on which every rule is proven. */
public enum Engine {
    IN_MEMORY(new InMemoryFixture(), null),
    SQLITE(JdbcStorageFixture.on(DatabaseEngine.SQLITE), DatabaseEngine.SQLITE),
    POSTGRESQL(JdbcStorageFixture.on(DatabaseEngine.POSTGRESQL), DatabaseEngine.POSTGRESQL),
    MARIADB(JdbcStorageFixture.on(DatabaseEngine.MARIADB), DatabaseEngine.MARIADB);

    private final StorageFixture fixture;
    private final @Nullable DatabaseEngine database;

    Engine(StorageFixture fixture, @Nullable DatabaseEngine database) {
        this.fixture = fixture;
        this.database = database;
    }

    /** What keeps the tables; empty where there are none. */
    public Optional<DatabaseEngine> database() {
        return Optional.ofNullable(database);
    }

    /** An empty storage; skips the test where the engine cannot run. */
    public StorageFixture.Opened open() {
        return fixture.open();
    }
}
