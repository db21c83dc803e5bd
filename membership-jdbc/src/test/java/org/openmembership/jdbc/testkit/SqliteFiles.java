package org.openmembership.jdbc.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** SQLite has no server: every database is a file in a directory of its own under {@code target}. */
record SqliteFiles(Durability durability) implements DatabaseServer {

    @Override
    public TestDatabase create() {
        Path directory = newDirectory();
        String url = "jdbc:sqlite:" + directory.resolve("membership.sqlite") + synchronous();
        return new TestDatabase(DatabaseEngine.SQLITE, url, () -> Directories.delete(directory));
    }

    private String synchronous() {
        return durability == Durability.RELAXED ? "?synchronous=OFF" : "";
    }

    private static Path newDirectory() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "sqlite").toAbsolutePath());
            return Files.createTempDirectory(parent, "database-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
