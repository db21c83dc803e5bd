package org.openmembership.jdbc.testkit;

/** The engines that membership is kept in, each of them real. */
public enum DatabaseEngine {
    SQLITE,
    POSTGRESQL,
    MARIADB;

    /** A new, empty database in which nothing is forced to disk. Skips the test where the engine cannot run. */
    public TestDatabase fresh() {
        return fresh(Durability.RELAXED);
    }

    /**
     * A new, empty database; the first one of an engine and durability starts a server. Aborts the test as skipped, with a
     * loud line on standard output, where the engine cannot run. Safe to call from any thread.
     */
    public TestDatabase fresh(Durability durability) {
        return DatabaseServers.of(this, durability).create();
    }
}
