package org.openmembership.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Plain statements in one transaction, as somebody who knows SQLite would write them. */
final class SqliteBaseline implements Baseline {
    private record Head(String club, String scheme, long seq, long booked) {}

    private record Taken(long seq, int number, long remaining, long points) {}

    private final DataSource dataSource;

    SqliteBaseline(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a transaction does. */
    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    private void inTransaction(Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma foreign_keys = on");
            statement.execute("pragma synchronous = full");
            statement.execute("begin immediate");
            work.run(connection);
            statement.execute("commit");
        }
    }

    static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new Parameters(statement).of(values);
            statement.executeUpdate();
        }
    }

    private static Head head(Connection connection, String account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select club, scheme, seq, booked from om_account where tenant = 1 and id = ?")) {
            statement.setString(1, account);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Head(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
            }
        }
    }

    private static void command(Connection connection, String operation, String key, Head head, String account)
            throws SQLException {
        update(
                connection,
                """
                insert into om_command (tenant, operation, key_source, key_value, club, account, fingerprint, first_seq, last_seq, outcome, figures,
                  actor_kind, actor_reference, recorded_at)
                values (1, ?, 'bench', ?, ?, ?, ?, ?, ?, 'DONE', '', 'TILL', 'till', ?)
                """,
                operation,
                key,
                head.club(),
                account,
                Fixed.FINGERPRINT,
                head.seq() + 1,
                head.seq() + 1,
                Fixed.NOW_MICROS);
    }

    private static void entry(
            Connection connection, String kind, String operation, String key, Head head, String account, long points)
            throws SQLException {
        update(
                connection,
                """
                insert into om_entry (tenant, account, seq, kind, point_kind, points, balance_after, occurred_at, recorded_at, scheme, club_version,
                  point_value, currency, operation, club, key_source, key_value, part)
                values (1, ?, ?, ?, 'AWARD', ?, ?, ?, ?, ?, 1, 10000, 'EUR', ?, ?, 'bench', ?, 1)
                """,
                account,
                head.seq() + 1,
                kind,
                points,
                head.booked() + points,
                Fixed.NOW_MICROS,
                Fixed.NOW_MICROS,
                head.scheme(),
                operation,
                head.club(),
                key);
        update(connection, """
                update om_account set seq = seq + 1, booked = booked + ?, last_recorded_at = ?, version = version + 1
                where tenant = 1 and id = ?
                """, points, Fixed.NOW_MICROS, account);
    }

    @Override
    public void sell(Sale sale) throws SQLException {
        inTransaction(connection -> {
            Head head = head(connection, sale.account());
            command(connection, "SALE", sale.receipt(), head, sale.account());
            purchase(connection, sale);
            entry(connection, "SALE", "SALE", sale.receipt(), head, sale.account(), sale.points());
            lot(connection, sale, head);
            lines(connection, sale, head);
            SqliteFacts.tell(connection, "RECORD_SALE", "ACCOUNT", sale.account(), List.of("PointsEarned"));
        });
    }

    private static void purchase(Connection connection, Sale sale) throws SQLException {
        update(
                connection,
                """
                insert into om_purchase (tenant, id, key_source, key_value, fingerprint, purchased_at, store, channel, buyer_member, member, is_awaiting,
                  currency, total, attributes, recorded_at)
                values (1, ?, 'bench', ?, ?, ?, 'store', 'POS', ?, ?, 0, 'EUR', ?, '', ?)
                """,
                sale.purchase(),
                sale.receipt(),
                Fixed.FINGERPRINT,
                Fixed.NOW_MICROS,
                sale.member(),
                sale.member(),
                sale.lines().stream().mapToLong(Line::amount).sum(),
                Fixed.NOW_MICROS);
    }

    private static void lot(Connection connection, Sale sale, Head head) throws SQLException {
        update(
                connection,
                """
                insert into om_lot (tenant, account, seq, number, point_kind, granted, remaining, is_open, earned_at, available_from, lapses_at)
                values (1, ?, ?, 1, 'AWARD', ?, ?, 1, ?, ?, ?)
                """,
                sale.account(),
                head.seq() + 1,
                sale.points(),
                sale.points(),
                Fixed.NOW_MICROS,
                Fixed.NOW_MICROS,
                Fixed.LAPSES_MICROS);
    }

    private static void lines(Connection connection, Sale sale, Head head) throws SQLException {
        try (PreparedStatement sold = connection.prepareStatement("""
                        insert into om_purchase_line (tenant, purchase, number, sku, categories, special_groups, quantity, amount, tax, discount)
                        values (1, ?, ?, ?, '', '', 10000, ?, 0, 0)
                        """);
                PreparedStatement earned = connection.prepareStatement("""
                        insert into om_earned_line (tenant, account, entry_seq, position, key_source, key_value, line_number, point_kind, points)
                        values (1, ?, ?, ?, 'bench', ?, ?, 'AWARD', ?)
                        """)) {
            for (Line line : sale.lines()) {
                new Parameters(sold).of(sale.purchase(), line.number(), line.sku(), line.amount());
                sold.addBatch();
                new Parameters(earned)
                        .of(
                                sale.account(),
                                head.seq() + 1,
                                line.number(),
                                sale.receipt(),
                                line.number(),
                                line.points());
                earned.addBatch();
            }
            sold.executeBatch();
            earned.executeBatch();
        }
    }

    @Override
    public void redeem(String key, String account, long points) throws SQLException {
        inTransaction(connection -> {
            Head head = head(connection, account);
            List<Taken> taken = lots(connection, account, points);
            command(connection, "REDEMPTION", key, head, account);
            entry(connection, "REDEMPTION", "REDEMPTION", key, head, account, -points);
            spend(connection, account, head.seq() + 1, taken);
            SqliteFacts.tell(connection, "REDEEM", "ACCOUNT", account, List.of("PointsRedeemed"));
        });
    }

    private static List<Taken> lots(Connection connection, String account, long points) throws SQLException {
        List<Taken> taken = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select seq, number, remaining from om_lot
                where tenant = 1 and account = ? and is_open = 1 and available_from <= ? and lapses_at > ?
                order by lapses_at, seq, number limit 50
                """)) {
            new Parameters(statement).of(account, Fixed.NOW_MICROS, Fixed.NOW_MICROS);
            long left = points;
            try (ResultSet row = statement.executeQuery()) {
                while (left > 0 && row.next()) {
                    long part = Math.min(left, row.getLong(3));
                    taken.add(new Taken(row.getLong(1), row.getInt(2), row.getLong(3), part));
                    left -= part;
                }
            }
        }
        return taken;
    }

    private static void spend(Connection connection, String account, long entry, List<Taken> taken)
            throws SQLException {
        try (PreparedStatement lot = connection.prepareStatement(
                        "update om_lot set remaining = ?, is_open = ? where tenant = 1 and account = ? and seq = ? and number = ?");
                PreparedStatement use = connection.prepareStatement("""
                        insert into om_allocation (tenant, account, entry_seq, position, purpose, lot_seq, lot_number, points)
                        values (1, ?, ?, ?, 'SPENT', ?, ?, ?)
                        """)) {
            int position = 0;
            for (Taken part : taken) {
                long left = part.remaining() - part.points();
                new Parameters(lot).of(left, left > 0 ? 1 : 0, account, part.seq(), part.number());
                lot.addBatch();
                position++;
                new Parameters(use).of(account, entry, position, part.seq(), part.number(), part.points());
                use.addBatch();
            }
            lot.executeBatch();
            use.executeBatch();
        }
    }

    @Override
    public void register(String member, String user, String email) throws SQLException {
        inTransaction(connection -> {
            List<String> customers = free(connection, email);
            long now = Fixed.NOW_MICROS;
            update(connection, """
                    insert into om_app_user (tenant, id, username, email, email_key, enabled, verified_at, epoch) values (1, ?, ?, ?, ?, 1, ?, 1)
                    """, user, email, email, email, now);
            update(connection, """
                    insert into om_member (tenant, id, user_id, email, email_key, first_name, last_name, receipt_by_email, status, primary_customer, terms_version, terms_at,
                      terms_by_kind, terms_by_reference, terms_channel, created_at, registered_at, activated_at, version)
                    values (1, ?, ?, ?, ?, 'Ada', 'Byron', 0, 'ACTIVE', ?, 'terms', ?, 'TILL', 'till', 'POS', ?, ?, ?, 1)
                    """, member, user, email, email, customers.get(0), now, now, now, now);
            for (String customer : customers) {
                update(
                        connection,
                        "insert into om_member_customer (tenant, customer, member, linked_at) values (1, ?, ?, ?)",
                        customer,
                        member,
                        now);
            }
            List<String> kinds = new ArrayList<>(List.of("MemberRegistered", "MemberActivated"));
            customers.forEach(customer -> kinds.add("CustomerLinked"));
            SqliteFacts.tell(connection, "REGISTER", "MEMBER", member, kinds);
        });
    }

    private static List<String> free(Connection connection, String email) throws SQLException {
        List<String> customers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select customer.id from om_customer customer
                where customer.tenant = 1 and customer.email_key = ?
                  and not exists (select 1 from om_member_customer link where link.tenant = 1 and link.customer = customer.id)
                order by customer.created_at, customer.id
                """)) {
            statement.setString(1, email);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    customers.add(row.getString(1));
                }
            }
        }
        return customers;
    }

    @Override
    public long balance(String account) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select booked - withheld from om_account where tenant = 1 and id = ?")) {
            statement.setString(1, account);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
