package org.openmembership.jdbc.testkit;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The servers of this JVM, each started when it is first asked for, and why others could not be. */
final class DatabaseServers {
    private static final Map<List<Enum<?>>, DatabaseServer> RUNNING = new HashMap<>();
    private static final Map<DatabaseEngine, String> UNAVAILABLE = new EnumMap<>(DatabaseEngine.class);

    static {
        // servers and pools talk at INFO, which buries what a test says; a level that was set stays
        for (String talkative : List.of("ch.vorburger", "com.zaxxer.hikari", "io.zonky")) {
            String level = "org.slf4j.simpleLogger.log." + talkative;
            System.setProperty(level, System.getProperty(level, "warn"));
        }
    }

    private DatabaseServers() {}

    /** The server of an engine; aborts the test as skipped, with a loud line on standard output, where it cannot run. */
    static synchronized DatabaseServer of(DatabaseEngine engine, Durability durability) {
        DatabaseServer running = RUNNING.get(List.of(engine, durability));
        if (running != null) {
            return running;
        }
        if (!UNAVAILABLE.containsKey(engine)) {
            try {
                DatabaseServer started = start(engine, durability);
                RUNNING.put(List.of(engine, durability), started);
                return started;
            } catch (EngineUnavailableException e) {
                UNAVAILABLE.put(engine, String.valueOf(e.getMessage()));
            }
        }
        String skipped = "SKIPPED ENGINE " + engine + ": " + UNAVAILABLE.get(engine);
        System.out.println(skipped);
        return Assumptions.abort(skipped);
    }

    private static DatabaseServer start(DatabaseEngine engine, Durability durability) {
        return switch (engine) {
            case SQLITE -> new SqliteFiles(durability);
            case POSTGRESQL -> PostgresServer.start(durability);
            case MARIADB -> MariaDbServer.start(durability);
        };
    }
}
