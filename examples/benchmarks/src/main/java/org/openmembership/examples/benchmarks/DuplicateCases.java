package org.openmembership.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openmembership.customer.CustomerId;
import org.openmembership.duplicate.DuplicateGroup;
import org.openmembership.duplicates.Duplicates;
import org.openmembership.shared.Page;

/**
 * Looking for duplicates: one customer in twenty has the email of the one before, another one in twenty the last name and
 * postcode.
 *
 * <p>All groups, page by page, are measured against two statements that group the keys and count, and do no more: they neither
 * say who is in a group nor leave out what was dismissed. Nothing is dismissed here; where something is, each group costs a
 * look-up more. What is suggested for one customer, with the customers and how alike they
 * are, is measured against finding their ids; there is no demand on it but that it does not grow with the customers.
 */
final class DuplicateCases {
    private static final String PREFIX = "d-";
    private static final List<String> GROUPS = List.of("""
            select email_key, count(*) from om_customer
            where tenant = 1 and email_key is not null group by email_key having count(*) > 1
            """, """
            select value, count(*) from om_customer_key
            where tenant = 1 and kind = 'SURNAME_AND_POSTCODE' group by value having count(*) > 1
            """);
    private static final List<String> SUSPECTS = List.of("""
            select other.id, 1 from om_customer own cross join om_customer other
            where own.tenant = 1 and own.id = ?
              and other.tenant = 1 and other.email_key = own.email_key and other.id <> own.id
            """, """
            select other.customer, 1 from om_customer_key own cross join om_customer_key other
            where own.tenant = 1 and own.customer = ? and own.kind = 'SURNAME_AND_POSTCODE'
              and other.tenant = 1 and other.kind = own.kind and other.value = own.value and other.customer <> own.customer
            """);

    private final Ground ground;
    private final Contest.Extent extent;
    private final int customers;
    private boolean filled;

    DuplicateCases(Ground ground, Contest.Extent extent, int customers) {
        this.ground = ground;
        this.extent = extent;
        this.customers = customers;
    }

    /** A row that was read by hand. */
    private record Row(String name, long size) {}

    private void fill() throws SQLException {
        if (!filled) {
            ground.lookalikes(PREFIX, customers);
            filled = true;
        }
    }

    /** A call is a walk through the whole shop: there are few of them. */
    Contest.Result all(String name, long floorPercent) throws Exception {
        fill();
        int expected = byHand(GROUPS).size();
        return Contest.run(
                name,
                new Contest.Extent(1, Math.min(extent.rounds(), 7), 1),
                floorPercent,
                () -> require(groups().size(), expected),
                () -> require(byHand(GROUPS).size(), expected));
    }

    private List<DuplicateGroup> groups() {
        Duplicates duplicates = ground.membership().duplicates();
        Page<DuplicateGroup> page = duplicates.groups(Page.Request.first(Page.Request.MAX_LIMIT));
        List<DuplicateGroup> found = new ArrayList<>(page.items());
        while (page.next() != null) {
            page = duplicates.groups(Page.Request.after(page.next(), Page.Request.MAX_LIMIT));
            found.addAll(page.items());
        }
        return found;
    }

    /** Each call is about somebody else who shares an email. */
    Contest.Result ofOne(String name) throws Exception {
        fill();
        AtomicInteger ours = new AtomicInteger();
        AtomicInteger theirs = new AtomicInteger();
        Duplicates duplicates = ground.membership().duplicates();
        return Contest.run(
                name,
                extent,
                0,
                () -> require(
                        duplicates
                                .of(CustomerId.of(next(ours)), Page.Request.first(20))
                                .items()
                                .size(),
                        1),
                () -> require(byHand(SUSPECTS, next(theirs)).size(), 1));
    }

    private String next(AtomicInteger calls) {
        return PREFIX + calls.getAndIncrement() * Ground.ONE_IN % customers;
    }

    private static void require(int found, int expected) {
        if (found != expected) {
            throw new IllegalStateException(found + " were found, not " + expected);
        }
    }

    private List<Row> byHand(List<String> statements, Object... values) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = ground.dataSource().getConnection()) {
            for (String sql : statements) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    new Parameters(statement).of(values);
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            rows.add(new Row(row.getString(1), row.getLong(2)));
                        }
                    }
                }
            }
        }
        return rows;
    }
}
