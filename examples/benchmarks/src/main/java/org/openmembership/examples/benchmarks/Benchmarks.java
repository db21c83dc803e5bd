package org.openmembership.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the cases on one database and prints a table.
 *
 * <p>{@code Benchmarks [jdbc:postgresql://... | jdbc:sqlite:...] [rounds] [calls a round]}; without an address a new SQLite
 * file. The database must be empty: it is filled, and left so.
 */
public final class Benchmarks {
    private static final int ROUNDS = 15;
    private static final int SIZE = 40;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        String url = arguments.length > 0 && arguments[0].startsWith("jdbc:") ? arguments[0] : temporarySqlite();
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        int size = arguments.length > 2 ? Integer.parseInt(arguments[2]) : SIZE;
        print(url, run(url, rounds, size));
    }

    private static String temporarySqlite() throws Exception {
        Path file = Files.createTempDirectory("membership-benchmark").resolve("benchmark.db");
        return "jdbc:sqlite:" + file + "?journal_mode=WAL";
    }

    /** The results on the database at {@code url}, which must be empty. */
    static List<Contest.Result> run(String url, int rounds, int size) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(10);
        boolean postgres = url.startsWith("jdbc:postgresql:");
        try (HikariDataSource dataSource = new HikariDataSource(config)) {
            Baseline baseline = postgres ? new PostgreSqlBaseline(dataSource) : new SqliteBaseline(dataSource);
            Cases.Floors floors = postgres ? Cases.Floors.POSTGRESQL : Cases.Floors.SQLITE;
            return new Cases(Ground.on(dataSource), baseline, floors, rounds, size).run();
        }
    }

    private static void print(String url, List<Contest.Result> results) {
        System.out.println(
                url.substring(0, url.indexOf(':', 5)) + ": the library's speed, hand-written JDBC being 1.00");
        System.out.printf("%-32s %6s %6s %12s%n", "case", "ratio", "floor", "us a call");
        for (Contest.Result result : results) {
            System.out.printf(
                    "%-32s %6s %6s %12d%s%n",
                    result.name(),
                    hundredths(result.ratioPercent()),
                    hundredths(result.floorPercent()),
                    result.libraryNanos() / 1_000,
                    result.holds() ? "" : "   BELOW THE FLOOR");
        }
    }

    private static String hundredths(long percent) {
        return percent / 100 + "." + (percent % 100 < 10 ? "0" : "") + percent % 100;
    }
}
