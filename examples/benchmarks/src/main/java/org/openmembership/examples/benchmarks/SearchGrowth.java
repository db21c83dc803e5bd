package org.openmembership.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.openmembership.Membership;
import org.openmembership.customer.SearchKey;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.finding.CustomerSearch.By;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.shared.Page;

/**
 * How much longer a clerk waits for the first page of a search the more customers there are.
 *
 * <p>{@code SearchGrowth [jdbc:postgresql://... | jdbc:sqlite:...] [customers]}; without an address a new SQLite file, and
 * a million customers. The database must be empty: it is filled to 10,000 customers, then to all of them, and left so.
 */
public final class SearchGrowth {
    static final int FEW = 10_000;
    static final int MANY = 1_000_000;
    private static final int CALLS = 300;
    private static final int PAGE = 20;
    private static final int BATCH = 1_000;
    private static final List<String> STARTS = List.of("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu");
    private static final List<String> ENDS =
            List.of("nder", "rson", "ller", "tz", "mann", "wski", "ton", "ley", "s", "x");

    private SearchGrowth() {}

    public static void main(String[] arguments) throws Exception {
        boolean addressed = arguments.length > 0 && arguments[0].startsWith("jdbc:");
        String url = addressed ? arguments[0] : temporarySqlite();
        int last = addressed ? 1 : 0;
        int many = arguments.length > last ? Integer.parseInt(arguments[last]) : MANY;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        try (HikariDataSource dataSource = new HikariDataSource(config)) {
            print(many, run(dataSource, FEW), run(dataSource, many));
        }
    }

    private static String temporarySqlite() throws Exception {
        return "jdbc:sqlite:" + Files.createTempDirectory("membership-search").resolve("search.db")
                + "?journal_mode=WAL";
    }

    /** Microseconds of each search, the median, once there are so many customers. */
    static Map<String, Long> run(DataSource dataSource, int customers) throws Exception {
        JdbcSchema.of(dataSource).apply();
        Membership membership = Membership.on(JdbcStorage.over(dataSource))
                .clock(() -> Fixed.NOW)
                .open();
        membership.finding().customers(CustomerSearch.everybody(), Page.Request.first(1));
        fill(dataSource, customers);
        Map<String, Long> micros = new LinkedHashMap<>();
        searches().forEach((name, search) -> micros.put(name, median(membership, search)));
        return micros;
    }

    private static Map<String, CustomerSearch> searches() {
        Map<String, CustomerSearch> searches = new LinkedHashMap<>();
        searches.put("everybody", CustomerSearch.everybody());
        searches.put("one word of a name", CustomerSearch.byName("balo"));
        searches.put("two words of a name", CustomerSearch.byName("balo fo"));
        searches.put("a whole name", CustomerSearch.byName("name77"));
        searches.put("email", CustomerSearch.of(By.EMAIL, "s77@example.org"));
        searches.put("postcode", CustomerSearch.of(By.POSTCODE, "P00 77"));
        searches.put("nobody", CustomerSearch.byName("zzz"));
        return searches;
    }

    private static long median(Membership membership, CustomerSearch search) {
        long[] nanos = new long[CALLS];
        for (int i = -CALLS; i < CALLS; i++) {
            long start = System.nanoTime();
            membership.finding().customers(search, Page.Request.first(PAGE));
            nanos[Math.max(i, 0)] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[CALLS / 2] / 1_000;
    }

    private static void print(int many, Map<String, Long> few, Map<String, Long> all) {
        System.out.printf("%-22s %12s %12s %8s%n", "first page of 20 by", "us at " + FEW, "us at " + many, "growth");
        few.forEach((name, micros) -> {
            long growth = all.getOrDefault(name, 0L) * 100 / Math.max(1, micros);
            System.out.printf(
                    "%-22s %12d %12d %5d.%02d%s%n",
                    name, micros, all.get(name), growth / 100, growth % 100, growth > 150 ? "   ABOVE 1.50" : "");
        });
    }

    /** Adds the customers that are still missing, with the keys that the library itself would write. */
    private static void fill(DataSource dataSource, int customers) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement rows = connection.prepareStatement("insert into om_customer (" + Ground.STANDING
                            + "tenant, id, sort_name, first_name, last_name, email, email_key, created_at) values ("
                            + Ground.REGISTERED + "1, ?, ?, ?, ?, ?, ?, ?)");
                    PreparedStatement keys = connection.prepareStatement(
                            "insert into om_customer_key (tenant, customer, kind, value) values (1, ?, ?, ?)")) {
                for (int n = customers > FEW ? FEW : 0; n < customers; n++) {
                    add(n, rows, keys);
                    if (n % BATCH == BATCH - 1) {
                        rows.executeBatch();
                        keys.executeBatch();
                    }
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Somebody whose names have two common words and one that few share. */
    private static void add(int n, PreparedStatement rows, PreparedStatement keys) throws SQLException {
        String first = STARTS.get(n / 10 % 10) + ENDS.get(n / 7 % 10);
        String common = STARTS.get(n % 10) + STARTS.get(n / 3 % 10).substring(0, 1) + "o" + ENDS.get(n / 11 % 10);
        String id = "s" + n;
        new Parameters(rows)
                .of(id, common + " name" + n, first, common + " name" + n, mail(n), mail(n), Fixed.NOW_MICROS);
        rows.addBatch();
        add(keys, id, SearchKey.Kind.NAME, first);
        add(keys, id, SearchKey.Kind.NAME, common);
        add(keys, id, SearchKey.Kind.NAME, "name" + n);
        add(keys, id, SearchKey.Kind.POSTCODE, "p00" + n);
    }

    private static void add(PreparedStatement keys, String id, SearchKey.Kind kind, String value) throws SQLException {
        new Parameters(keys).of(id, kind.name(), value);
        keys.addBatch();
    }

    private static String mail(int n) {
        return Ground.mail("s", n);
    }
}
