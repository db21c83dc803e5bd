package org.openmembership.jdbc.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/** Starts PostgreSQL from the binaries on the class path, also where the tests run as root, which PostgreSQL itself refuses. */
final class PostgresServer {

    private static final String DROPPING = "drop database if exists %s with (force)";
    private static final Duration STARTUP = Duration.ofMinutes(2);

    private PostgresServer() {}

    static DatabaseServer start(Durability durability) {
        String named = System.getProperty("postgres.url");
        if (named != null) {
            return NetworkServer.named(DatabaseEngine.POSTGRESQL, named, DROPPING);
        }
        // stopped, and its directory deleted, by a shutdown hook that it registers itself
        EmbeddedPostgres server = launch(durability);
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
        return NetworkServer.named(DatabaseEngine.POSTGRESQL, url, DROPPING);
    }

    private static EmbeddedPostgres launch(Durability durability) {
        // the starter itself turns both of the first off
        String forced = durability == Durability.FULL ? "on" : "off";
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(STARTUP)
                .setServerConfig("max_connections", "300")
                .setServerConfig("fsync", forced)
                .setServerConfig("synchronous_commit", forced)
                .setServerConfig("full_page_writes", forced);
        try {
            return builder.start();
        } catch (IOException | IllegalStateException e) {
            throw new EngineUnavailableException("embedded PostgreSQL does not start: " + e.getMessage(), e);
        }
    }
}
