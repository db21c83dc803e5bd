package org.openmembership.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.openmembership.Membership;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.Scheme;
import org.openmembership.club.Validity;
import org.openmembership.jdbc.JdbcSchema;
import org.openmembership.jdbc.JdbcStorage;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.shared.Sku;

/** The data both sides work on: a club with a hundred rules, members, accounts with lots and histories, customers. */
final class Ground {
    static final String CLUB = "bench";

    /** One customer in so many is like the one before. */
    static final int ONE_IN = 20;

    private static final int RULES = 100;

    /** Columns of a customer that are the same for all, and who is a retail customer with a login already. */
    static final String STANDING =
            "type, status, active, free_delivery, global_discount, pay_on_account, receipt_by_email, images, version, ";

    static final String REGISTERED = "'RETAIL', 'REGISTERED', 1, 0, 0, 0, 0, '', 1, ";

    private final DataSource dataSource;
    private final Membership membership;

    private Ground(DataSource dataSource, Membership membership) {
        this.dataSource = dataSource;
        this.membership = membership;
    }

    static Ground on(DataSource dataSource) {
        JdbcSchema.of(dataSource).apply();
        Membership membership = Membership.on(JdbcStorage.over(dataSource))
                .clock(() -> Fixed.NOW)
                .registration(RegistrationPolicy.DEFAULT.with(RegistrationPolicy.Verification.LINK_UNVERIFIED))
                .open();
        membership.clubs().publish(club());
        return new Ground(dataSource, membership);
    }

    DataSource dataSource() {
        return dataSource;
    }

    Membership membership() {
        return membership;
    }

    private static Club club() {
        List<PointRule> rules = new ArrayList<>();
        rules.add(PointRule.everything("base", PointRate.amount("1", "1")));
        for (int i = 1; i < RULES; i++) {
            LineCondition item =
                    LineCondition.builder().items(Set.of(Sku.of("sku-" + i))).build();
            rules.add(PointRule.of("item-" + i, 1, Validity.ALWAYS, item, PointRate.amount("2", "1")));
        }
        return Club.builder(ClubId.of(CLUB))
                .name("Benchmark")
                .in(CurrencyUnit.EUR, ZoneId.of("UTC"))
                .pointValue(PointValue.of(CurrencyUnit.EUR, "0.01"))
                .expiry(ExpiryRule.after(Period.ofYears(1)))
                .schemes(Scheme.byHand("bench-standard", "Standard", 1))
                .rules(rules)
                .build();
    }

    /** Members {@code prefix + n} with a user, a customer and an account of the same name, without points. */
    void accounts(String prefix, int count) throws SQLException {
        insert(
                count,
                "insert into om_app_user (tenant, id, username, email, email_key, enabled, verified_at, epoch)"
                        + " values (1, ?, ?, ?, ?, 1, ?, 1)",
                n -> row(prefix + n, mail(prefix, n), mail(prefix, n), mail(prefix, n), Fixed.NOW_MICROS));
        insert(
                count,
                "insert into om_customer (" + STANDING
                        + "tenant, id, sort_name, first_name, last_name, created_at) values (" + REGISTERED
                        + "1, ?, 'byron ada', 'Ada', 'Byron', ?)",
                n -> row(prefix + n, Fixed.NOW_MICROS));
        insert(
                count,
                "insert into om_member (tenant, id, user_id, first_name, last_name, receipt_by_email, status, primary_customer, terms_version, terms_at,"
                        + " terms_by_kind, terms_by_reference, terms_channel, created_at, version)"
                        + " values (1, ?, ?, 'Ada', 'Byron', 0, 'ACTIVE', ?, 'terms', ?, 'TILL', 'till', 'POS', ?, 1)",
                n -> row(prefix + n, prefix + n, prefix + n, Fixed.NOW_MICROS, Fixed.NOW_MICROS));
        insert(
                count,
                "insert into om_account (tenant, id, club, type, main_member, opened_at, status, scheme, next_review_on, seq, booked, debt, withheld,"
                        + " next_change_at, last_recorded_at, held_until, version)"
                        + " values (1, ?, 'bench', 'PRIVATE', ?, ?, 'ACTIVE', 'bench-standard', 30000, 0, 0, 0, 0, ?, 0, 0, 0)",
                n -> row(prefix + n, prefix + n, Fixed.NOW_MICROS, Fixed.LAPSES_MICROS));
        insert(
                count,
                "insert into om_account_member (tenant, account, member, club, is_main) values (1, ?, ?, 'bench', 1)",
                n -> row(prefix + n, prefix + n));
    }

    /** Gives each of the accounts so many entries of so many hundredths of points; the last {@code open} still have a lot. */
    void history(String prefix, int accounts, int entries, int open, long points) throws SQLException {
        insert(
                accounts * entries,
                "insert into om_entry (tenant, account, seq, kind, point_kind, points, balance_after, occurred_at, recorded_at, scheme, club_version,"
                        + " point_value, currency, operation, club, key_source, key_value, part)"
                        + " values (1, ?, ?, 'SALE', 'AWARD', ?, ?, ?, ?, 'bench-standard', 1, 10000, 'EUR', 'SALE', 'bench', 'seed', ?, 1)",
                n -> {
                    String account = prefix + n / entries;
                    int seq = n % entries + 1;
                    return row(
                            account,
                            seq,
                            points,
                            points * seq,
                            Fixed.NOW_MICROS,
                            Fixed.NOW_MICROS,
                            account + "." + seq);
                });
        insert(
                accounts * open,
                "insert into om_lot (tenant, account, seq, number, point_kind, granted, remaining, is_open, earned_at, available_from, lapses_at)"
                        + " values (1, ?, ?, 1, 'AWARD', ?, ?, 1, ?, ?, ?)",
                n -> row(
                        prefix + n / open,
                        entries - n % open,
                        points,
                        points,
                        Fixed.NOW_MICROS,
                        Fixed.NOW_MICROS,
                        Fixed.LAPSES_MICROS));
        insert(
                accounts,
                "update om_account set seq = ?, booked = ?, last_recorded_at = ? where tenant = 1 and id = ?",
                n -> row(entries, points * open, Fixed.NOW_MICROS, prefix + n));
    }

    /** So many customers, every three of them with one email {@code prefix + n / 3}. */
    void customers(String prefix, int count) throws SQLException {
        insert(
                count,
                "insert into om_customer (" + STANDING
                        + "tenant, id, sort_name, first_name, last_name, email, email_key, created_at) values ("
                        + REGISTERED + "1, ?, 'byron ada', 'Ada', 'Byron', ?, ?, ?)",
                n -> row(prefix + n, mail(prefix, n / 3), mail(prefix, n / 3), Fixed.NOW_MICROS));
    }

    /**
     * So many customers with an email, a last name and a postcode each: of {@value #ONE_IN}, the second has the first one's email,
     * and the fourth the third one's name and postcode.
     */
    void lookalikes(String prefix, int count) throws SQLException {
        insert(
                count,
                "insert into om_customer (" + STANDING
                        + "tenant, id, sort_name, first_name, last_name, email, email_key, created_at) values ("
                        + REGISTERED + "1, ?, ?, 'Ada', ?, ?, ?, ?)",
                n -> {
                    String mail = mail(prefix, n % ONE_IN == 1 ? n - 1 : n);
                    return row(prefix + n, surname(n) + " ada", surname(n), mail, mail, Fixed.NOW_MICROS);
                });
        insert(
                count,
                "insert into om_customer_key (tenant, customer, kind, value) values (1, ?, 'SURNAME_AND_POSTCODE', ?)",
                n -> row(prefix + n, surname(n) + " 1010"));
    }

    private static String surname(int n) {
        return "byron" + (n % ONE_IN == 3 ? n - 1 : n);
    }

    /** As a server does by itself after a while; until then it knows nothing about new rows. */
    static void describe(Connection connection) throws SQLException {
        String counted = switch (connection.getMetaData().getDatabaseProductName()) {
            case "PostgreSQL" -> "analyze";
            case "MariaDB" -> "analyze table om_customer, om_customer_key";
            default -> "";
        };
        if (!counted.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(counted);
            }
        }
    }

    static String mail(String prefix, int n) {
        return prefix + n + "@example.org";
    }

    private static Object[] row(Object... values) {
        return values;
    }

    /** The values of one row. */
    private interface Row {
        Object[] at(int n);
    }

    private void insert(int count, String sql, Row row) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int n = 0; n < count; n++) {
                    new Parameters(statement).of(row.at(n));
                    statement.addBatch();
                    if (n % 1_000 == 999) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            describe(connection);
        }
    }
}
