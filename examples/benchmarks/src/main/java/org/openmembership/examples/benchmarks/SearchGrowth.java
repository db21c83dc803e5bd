package org.openmembership.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.openmembership.Membership;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.Region;
import org.openmembership.customer.SearchKey;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.finding.CustomerSearch.By;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.shared.Page;

/**
 * How much longer a clerk waits for the first page of a search the more customers there are.
 *
 * <p>{@code SearchGrowth [sqlite | postgresql | jdbc:... jdbc:...] [customers]}; without either SQLite, and a million customers.
 * Two databases are filled, one with 10,000 customers and one with all of them, and each search is made on both in turns, so that
 * whatever else the machine does hits both. Databases that are named must be empty, or as an earlier run left them; they are left
 * so, and MariaDB takes far less time to fill with {@code useBulkStmts=true} in its address.
 */
public final class SearchGrowth {
    static final int FEW = 10_000;
    static final int MANY = 1_000_000;
    static final long MOST_PERCENT = 150;
    private static final Contest.Extent EXTENT = new Contest.Extent(300, 30, 10);
    private static final int PAGE = 20;
    private static final int BATCH = 1_000;
    private static final List<String> STARTS = List.of("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu");
    private static final List<String> ENDS =
            List.of("nder", "rson", "ller", "tz", "mann", "wski", "ton", "ley", "s", "x");

    private SearchGrowth() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        String few = words.isEmpty() ? "sqlite" : words.remove(0);
        String many = few.startsWith("jdbc:") && !words.isEmpty() ? words.remove(0) : few;
        int customers = words.isEmpty() ? MANY : Integer.parseInt(words.get(0));
        try (Server one = Server.of(few);
                Server other = Server.of(many)) {
            print(customers, run(new Side(one.url(), FEW), new Side(other.url(), customers), EXTENT));
        }
    }

    /** A database, and how many customers are in it. */
    record Side(String url, int customers) {}

    /** Each search among few (called the library there) and many (the baseline), which is why its ratio is the growth. */
    static List<Contest.Result> run(Side few, Side many, Contest.Extent extent) throws Exception {
        try (HikariDataSource fewOf = dataSource(few);
                HikariDataSource manyOf = dataSource(many)) {
            Membership amongFew = filled(fewOf, few.customers());
            Membership amongMany = filled(manyOf, many.customers());
            List<Contest.Result> results = new ArrayList<>();
            for (Map.Entry<String, CustomerSearch> search : searches().entrySet()) {
                CustomerSearch wanted = search.getValue();
                results.add(Contest.run(
                        search.getKey(), extent, 0, () -> page(amongFew, wanted), () -> page(amongMany, wanted)));
            }
            return results;
        }
    }

    private static HikariDataSource dataSource(Side side) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(side.url());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static Membership filled(DataSource dataSource, int customers) throws SQLException {
        JdbcSchema.of(dataSource).apply();
        Membership membership = Membership.on(JdbcStorage.over(dataSource))
                .clock(() -> Fixed.NOW)
                .open();
        page(membership, CustomerSearch.everybody());
        fill(dataSource, customers);
        return membership;
    }

    private static Page<ListedCustomer> page(Membership membership, CustomerSearch search) {
        return membership.finding().customers(search, Page.Request.first(PAGE));
    }

    static Map<String, CustomerSearch> searches() {
        Map<String, CustomerSearch> searches = new LinkedHashMap<>();
        searches.put("everybody", CustomerSearch.everybody());
        searches.put("one word", CustomerSearch.byName("bafo"));
        searches.put("two words", CustomerSearch.byName("bafo fo"));
        searches.put("two common words", CustomerSearch.byName("xandra ulr"));
        searches.put("two words of nobody", CustomerSearch.byName("xandra yvonne"));
        searches.put("common and one letter", CustomerSearch.byName("xandra u"));
        searches.put("letter that nobody has", CustomerSearch.byName("xandra z"));
        searches.put("common and rare", CustomerSearch.byName("xandra quint"));
        searches.put("a whole name", CustomerSearch.byName("name77"));
        searches.put("email", CustomerSearch.of(By.EMAIL, "s77@example.org"));
        searches.put("postcode", CustomerSearch.of(By.POSTCODE, "P00 77"));
        searches.put("nobody", CustomerSearch.byName("zzz"));
        return searches;
    }

    private static void print(int many, List<Contest.Result> results) {
        System.out.printf("%-24s %12s %12s %8s%n", "first page of 20 by", "us at " + FEW, "us at " + many, "growth");
        for (Contest.Result result : results) {
            long growth = result.ratioPercent();
            System.out.printf(
                    "%-24s %12d %12d %5d.%02d%s%n",
                    result.name(),
                    result.libraryNanos() / 1_000,
                    result.baselineNanos() / 1_000,
                    growth / 100,
                    growth % 100,
                    growth > MOST_PERCENT ? "   ABOVE 1.50" : "");
        }
    }

    /**
     * Adds the customers that are still missing, with the keys that the library itself would write. A server counts them at
     * once, which it would otherwise do a minute later by itself.
     */
    private static void fill(DataSource dataSource, int customers) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            int present = present(connection);
            connection.setAutoCommit(false);
            try (PreparedStatement rows = connection.prepareStatement("insert into om_customer (" + Ground.STANDING
                            + "tenant, id, sort_name, first_name, last_name, email, email_key, created_at) values ("
                            + Ground.REGISTERED + "1, ?, ?, ?, ?, ?, ?, ?)");
                    PreparedStatement keys = connection.prepareStatement(
                            "insert into om_customer_key (tenant, customer, kind, value) values (1, ?, ?, ?)")) {
                for (int n = present; n < customers; n++) {
                    add(n, rows, keys);
                    if (n % BATCH == BATCH - 1 || n == customers - 1) {
                        rows.executeBatch();
                        keys.executeBatch();
                        connection.commit();
                    }
                }
            }
            connection.setAutoCommit(true);
            Ground.describe(connection);
        }
    }

    private static int present(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from om_customer")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void add(int n, PreparedStatement rows, PreparedStatement keys) throws SQLException {
        String id = "s" + n;
        PersonName name = name(n);
        new Parameters(rows)
                .of(id, SearchKey.sortName(name), name.first(), name.last(), mail(n), mail(n), Fixed.NOW_MICROS);
        rows.addBatch();
        PostalAddress address = PostalAddress.in(Region.of("GB"))
                .lines("1 Street", null)
                .postcode("P00" + n)
                .build();
        Customer customer = Customer.builder(CustomerId.of(id), name, Fixed.NOW)
                .addresses(List.of(address))
                .build();
        for (SearchKey key : SearchKey.of(customer)) {
            new Parameters(keys).of(id, key.kind().name(), key.value());
            keys.addBatch();
        }
    }

    /**
     * Somebody whose names have two common words and one that few share; one in twenty is a Xandra, as many are an Yvonne,
     * and nobody is both; every Yvonne is an Ulrich too, and so is one Xandra in ten. Ten are called Quint.
     */
    private static PersonName name(int n) {
        String first = STARTS.get(n / 10 % 10) + ENDS.get(n / 7 % 10);
        String common = STARTS.get(n % 10) + STARTS.get(n / 3 % 10).substring(0, 1) + "o" + ENDS.get(n / 11 % 10);
        StringBuilder last = new StringBuilder(common).append(" name").append(n);
        if (n % 20 == 0) {
            last.append(" xandra");
        }
        if (n % 20 == 10) {
            last.append(" yvonne");
        }
        if (n % 20 == 10 || n % 200 == 0) {
            last.append(" ulrich");
        }
        if (n > 0 && n <= 100 && n % 10 == 0) {
            last.append(" quint");
        }
        return PersonName.of(first, last.toString());
    }

    private static String mail(int n) {
        return Ground.mail("s", n);
    }
}
