package org.openmembership.examples.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run finds an empty database: one of its own, or one that was named. */
final class Server implements Closeable {
    private final String url;
    private final Closeable end;

    private Server(String url, Closeable end) {
        this.url = url;
        this.end = end;
    }

    /** @param storage {@code sqlite}, {@code postgresql} or the JDBC URL of an empty database */
    static Server of(String storage) throws IOException {
        return switch (storage) {
            case "sqlite" -> sqlite();
            case "postgresql" -> postgresql();
            default -> named(storage);
        };
    }

    private static Server named(String url) {
        if (!url.startsWith("jdbc:")) {
            throw new IllegalArgumentException(
                    "sqlite, postgresql or a URL that starts with jdbc: is wanted, not " + url);
        }
        return new Server(url, () -> {});
    }

    private static Server sqlite() throws IOException {
        Path file = Files.createTempDirectory("membership-benchmark").resolve("benchmark.db");
        return new Server("jdbc:sqlite:" + file + "?journal_mode=WAL", () -> {});
    }

    /** As PostgreSQL comes, with every commit on disk when it is acknowledged: the starter would turn that off. */
    private static Server postgresql() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        return new Server("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres", server);
    }

    String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}
