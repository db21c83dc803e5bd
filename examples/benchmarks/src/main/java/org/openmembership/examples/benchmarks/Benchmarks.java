package org.openmembership.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the cases on one database after the other and prints a table for each.
 *
 * <p>{@code Benchmarks [--storage sqlite|postgresql|jdbc:...] [--case redeem] [--rounds 15] [--calls 40] [--customers 10000]}; without a storage on
 * a new SQLite file and then on a PostgreSQL that is started for it. A database that is named must be empty: it is filled, and left so.
 * {@code --case duplicates --customers 1000000} looks for duplicates among as many as its floor is meant for.
 */
public final class Benchmarks {
    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 15;
    private static final int CALLS = 40;

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> storages = new ArrayList<>();
        String wanted = "";
        int warmUp = WARM_UP;
        int rounds = ROUNDS;
        int calls = CALLS;
        Sizes sizes = Sizes.USUAL;
        for (int i = 0; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (arguments[i]) {
                case "--storage" -> storages.add(value);
                case "--case" -> wanted = value;
                case "--warm-up" -> warmUp = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--calls" -> calls = Integer.parseInt(value);
                case "--customers" -> sizes = sizes.among(Integer.parseInt(value));
                default -> throw new IllegalArgumentException("no option is called " + arguments[i]);
            }
        }
        Contest.Extent extent = new Contest.Extent(warmUp, rounds, calls);
        for (String storage : storages.isEmpty() ? List.of("sqlite", "postgresql") : storages) {
            try (Server server = Server.of(storage)) {
                print(server.url(), run(server.url(), wanted, extent, sizes));
            }
        }
    }

    /** The results of the cases whose name contains {@code wanted}, on the database at {@code url}, which must be empty. */
    static List<Contest.Result> run(String url, String wanted, Contest.Extent extent, Sizes sizes) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(10);
        boolean postgres = url.startsWith("jdbc:postgresql:");
        try (HikariDataSource dataSource = new HikariDataSource(config)) {
            Baseline baseline = postgres ? new PostgreSqlBaseline(dataSource) : new SqliteBaseline(dataSource);
            Cases.Floors floors = postgres ? Cases.Floors.POSTGRESQL : Cases.Floors.SQLITE;
            return new Cases(Ground.on(dataSource), baseline, floors, extent, sizes).run(wanted);
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
