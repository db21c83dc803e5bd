package org.openmembership.examples.foodmart;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which an example is told where the library's tables are kept. */
public final class DatabaseOptions {
    @Option(
            names = "--storage",
            paramLabel = "URL",
            description = "Keep the library's tables there instead: jdbc:postgresql:... or jdbc:mariadb:...")
    private @Nullable String storage;

    @Option(names = "--user", description = "Who signs in there, unless the URL says so.")
    private @Nullable String user;

    @Option(names = "--password", description = "With which password.", interactive = true, arity = "0..1")
    private @Nullable String password;

    /** The database, opened when it is first asked for; the SQLite file {@code unless} another one is named. */
    public Database database(Path unless) {
        return new Database(storage == null ? Database.sqlite(unless) : storage, user, password);
    }
}
