package org.openmembership.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;

/** What programs have in common that do a lot of one thing and print how fast and in how much memory. */
final class LongRun {
    private static final long MEGABYTE = 1 << 20;

    private final int step;
    private final long began = System.nanoTime();
    private long next;

    /** @param step prints a line each time so many more are done */
    LongRun(int step) {
        this.step = step;
        this.next = step;
    }

    /**
     * The database of the first argument; without one a new SQLite file.
     *
     * @param name what the file is called
     */
    static HikariDataSource open(String[] arguments, String name) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                isAddressed(arguments)
                        ? arguments[0]
                        : "jdbc:sqlite:"
                                + Files.createTempDirectory("membership-" + name)
                                        .resolve(name + ".db")
                                + "?journal_mode=WAL");
        return new HikariDataSource(config);
    }

    /** The number behind the address, or in its place. */
    static int many(String[] arguments, int usual) {
        int last = isAddressed(arguments) ? 1 : 0;
        return arguments.length > last ? Integer.parseInt(arguments[last]) : usual;
    }

    private static boolean isAddressed(String[] arguments) {
        return arguments.length > 0 && arguments[0].startsWith("jdbc:");
    }

    /** What is done so far; memory is what is reachable then. */
    void done(long done) {
        if (done >= next) {
            next += step;
            long micros = (System.nanoTime() - began) / 1_000;
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "%,12d %,12d %,12d%n",
                    done, done * 1_000_000 / micros, (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
        }
    }
}
