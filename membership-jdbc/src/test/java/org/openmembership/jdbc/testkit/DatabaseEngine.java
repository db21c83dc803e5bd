package org.openmembership.jdbc.testkit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The engines that membership is kept in, each of them real. */
public enum DatabaseEngine {
    SQLITE,
    POSTGRESQL,
    MARIADB;

    static {
        // servers and pools talk at INFO, which buries what a test says; a level that was set stays
        for (String talkative : List.of("ch.vorburger", "com.zaxxer.hikari", "io.zonky")) {
            String level = "org.slf4j.simpleLogger.log." + talkative;
            System.setProperty(level, System.getProperty(level, "warn"));
        }
    }

    private final Map<Durability, DatabaseServer> servers = new EnumMap<>(Durability.class);
    private @Nullable String whyNot;

    /** A new, empty database in which nothing is forced to disk. Skips the test where the engine cannot run. */
    public TestDatabase fresh() {
        return fresh(Durability.RELAXED);
    }

    /**
     * A new, empty database; the first one of an engine and durability starts a server. Aborts the test as skipped, with a loud line on
     * standard output, where the engine cannot run. Safe to call from any thread.
     */
    public TestDatabase fresh(Durability durability) {
        return server(durability).create();
    }

    private synchronized DatabaseServer server(Durability durability) {
        DatabaseServer running = servers.get(durability);
        if (running != null) {
            return running;
        }
        if (whyNot == null) {
            try {
                DatabaseServer started = start(durability);
                servers.put(durability, started);
                return started;
            } catch (EngineUnavailableException e) {
                whyNot = e.getMessage();
            }
        }
        String skipped = "SKIPPED ENGINE " + name() + ": " + whyNot;
        System.out.println(skipped);
        return Assumptions.abort(skipped);
    }

    private DatabaseServer start(Durability durability) {
        return switch (this) {
            case SQLITE -> new SqliteFiles(durability);
            case POSTGRESQL -> PostgresServer.start(durability);
            case MARIADB -> MariaDbServer.start(durability);
        };
    }
}
