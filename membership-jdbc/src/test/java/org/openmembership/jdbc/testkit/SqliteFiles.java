package org.openmembership.jdbc.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * SQLite has no server: every database is a file in a directory of its own. Files that need not last are kept in memory where
 * the system has a file system for that; the storage itself forces every commit to disk.
 */
record SqliteFiles(Durability durability) implements DatabaseServer {
    private static final Path MEMORY = Path.of("/dev/shm");

    @Override
    public TestDatabase create() {
        Path directory = newDirectory();
        // a database that no test closes goes with the JVM
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Directories.delete(directory)));
        String url = "jdbc:sqlite:" + directory.resolve("membership.sqlite");
        return new TestDatabase(DatabaseEngine.SQLITE, url, () -> Directories.delete(directory));
    }

    private Path newDirectory() {
        try {
            boolean inMemory = durability == Durability.RELAXED && Files.isWritable(MEMORY);
            Path parent = inMemory
                    ? MEMORY
                    : Files.createDirectories(Path.of("target", "sqlite").toAbsolutePath());
            return Files.createTempDirectory(parent, "openmembership-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
