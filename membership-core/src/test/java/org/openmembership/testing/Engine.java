package org.openmembership.testing;

import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.jdbc.testkit.JdbcStorageFixture;
import org.openmembership.testkit.InMemoryFixture;
import org.openmembership.testkit.StorageFixture;

/** The storages on which every rule is proven. */
public enum Engine {
    IN_MEMORY(new InMemoryFixture()),
    SQLITE(JdbcStorageFixture.on(DatabaseEngine.SQLITE)),
    POSTGRESQL(JdbcStorageFixture.on(DatabaseEngine.POSTGRESQL)),
    MARIADB(JdbcStorageFixture.on(DatabaseEngine.MARIADB));

    private final StorageFixture fixture;

    Engine(StorageFixture fixture) {
        this.fixture = fixture;
    }

    /** An empty storage; skips the test where the engine cannot run. */
    public StorageFixture.Opened open() {
        return fixture.open();
    }
}
