package org.openmembership.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** One round trip and one commit per call: as fast as the same durable work gets on PostgreSQL. */
final class PostgreSqlBaseline implements Baseline {
    private static final String SELL = """
            with account as (
              update om_account set seq = seq + 1, booked = booked + ?, last_recorded_at = ?, version = version + 1
              where tenant = 1 and id = ? returning id, club, scheme, seq, booked),
            command as (
              insert into om_command (tenant, operation, key_source, key_value, club, account, fingerprint, first_seq, last_seq, outcome, figures,
                actor_kind, actor_reference, recorded_at)
              select 1, 'SALE', 'bench', ?, club, id, ?, seq, seq, 'EARNED', '', 'TILL', 'till', ? from account),
            purchase as (
              insert into om_purchase (tenant, id, key_source, key_value, fingerprint, purchased_at, store, channel, buyer_member, member, is_awaiting,
                currency, total, attributes, recorded_at)
              values (1, ?, 'bench', ?, ?, ?, 'store', 'POS', ?, ?, 0, 'EUR', ?, '', ?)),
            lines as (
              insert into om_purchase_line (tenant, purchase, number, sku, categories, special_groups, quantity, amount, tax, discount)
              select 1, ?, n, sku, '', '', 10000, amount, 0, 0 from unnest(?::int[], ?::varchar[], ?::bigint[]) as sent (n, sku, amount)),
            entry as (
              insert into om_entry (tenant, account, seq, kind, point_kind, points, balance_after, occurred_at, recorded_at, scheme, club_version,
                point_value, currency, operation, club, key_source, key_value, part, member, store)
              select 1, id, seq, 'SALE', 'AWARD', ?, booked, ?, ?, scheme, 1, 10000, 'EUR', 'SALE', club, 'bench', ?, 1, ?, 'store' from account),
            lot as (
              insert into om_lot (tenant, account, seq, number, point_kind, granted, remaining, is_open, earned_at, available_from, lapses_at)
              select 1, id, seq, 1, 'AWARD', ?, ?, 1, ?, ?, ? from account),
            earned as (
              insert into om_earned_line (tenant, account, entry_seq, position, key_source, key_value, line_number, point_kind, points)
              select 1, id, seq, n, 'bench', ?, n, 'AWARD', points from account, unnest(?::int[], ?::bigint[]) as sent (n, points)),
            told as (
              insert into om_outbox (tenant, id, recorded_at, version, position, topic_kind, topic_id, actor_kind, actor_reference, kind, format,
                document, is_waiting)
              select 1, gen_random_uuid()::varchar, ?, 1, 0, 'ACCOUNT', id, 'TILL', 'till', 'PointsEarned', 1, ?, 1 from account),
            audited as (
              insert into om_audit_record (tenant, recorded_at, id, actor_kind, actor_reference, permission, topic_kind, topic_id, verdict, kind, format,
                document)
              select 1, ?, gen_random_uuid()::varchar, 'TILL', 'till', 'RECORD_SALE', 'ACCOUNT', id, 'ALLOWED', 'facts', 1, ? from account limit 1)
            select seq, booked from account
            """;

    private static final String REDEEM = """
            begin;
            select 1 from om_account where tenant = 1 and id = ? for update;
            with lots as (
              select seq, number, remaining, sum(remaining) over (order by lapses_at, seq, number) as upto from (
                select seq, number, remaining, lapses_at from om_lot
                where tenant = 1 and account = ? and is_open = 1 and available_from <= ? and lapses_at > ?
                order by lapses_at, seq, number limit 50) as first),
            taken as (
              select seq, number, least(remaining, ? - (upto - remaining)) as points from lots where upto - remaining < ?),
            account as (
              update om_account set seq = seq + 1, booked = booked - ?, last_recorded_at = ?, version = version + 1
              where tenant = 1 and id = ? and booked - withheld >= ? returning id, club, scheme, seq, booked),
            command as (
              insert into om_command (tenant, operation, key_source, key_value, club, account, fingerprint, first_seq, last_seq, outcome, figures,
                actor_kind, actor_reference, recorded_at)
              select 1, 'REDEMPTION', 'bench', ?, club, id, ?, seq, seq, 'REDEEMED', '', 'TILL', 'till', ? from account),
            entry as (
              insert into om_entry (tenant, account, seq, kind, point_kind, points, balance_after, occurred_at, recorded_at, scheme, club_version,
                point_value, currency, operation, club, key_source, key_value, part)
              select 1, id, seq, 'REDEMPTION', 'AWARD', -?, booked, ?, ?, scheme, 1, 10000, 'EUR', 'REDEMPTION', club, 'bench', ?, 1 from account),
            spent as (
              update om_lot as lot set remaining = lot.remaining - taken.points,
                is_open = case when lot.remaining > taken.points then 1 else 0 end
              from taken where lot.tenant = 1 and lot.account = ? and lot.seq = taken.seq and lot.number = taken.number),
            used as (
              insert into om_allocation (tenant, account, entry_seq, position, purpose, lot_seq, lot_number, points)
              select 1, id, account.seq, row_number() over (order by taken.seq, taken.number), 'SPENT', taken.seq, taken.number, taken.points
              from account, taken),
            told as (
              insert into om_outbox (tenant, id, recorded_at, version, position, topic_kind, topic_id, actor_kind, actor_reference, kind, format,
                document, is_waiting)
              select 1, gen_random_uuid()::varchar, ?, 1, 0, 'ACCOUNT', id, 'TILL', 'till', 'PointsRedeemed', 1, ?, 1 from account),
            audited as (
              insert into om_audit_record (tenant, recorded_at, id, actor_kind, actor_reference, permission, topic_kind, topic_id, verdict, kind, format,
                document)
              select 1, ?, gen_random_uuid()::varchar, 'TILL', 'till', 'REDEEM', 'ACCOUNT', id, 'ALLOWED', 'facts', 1, ? from account limit 1)
            select seq, booked from account;
            commit
            """;

    private static final String REGISTER = """
            begin;
            select id from om_customer where tenant = 1 and email_key = ? order by id for update;
            with matching as (
              select customer.id from om_customer customer
              where customer.tenant = 1 and customer.email_key = ?
                and not exists (select 1 from om_member_customer link where link.tenant = 1 and link.customer = customer.id)
              order by customer.created_at, customer.id),
            login as (
              insert into om_app_user (tenant, id, username, email, email_key, enabled, verified_at, epoch) values (1, ?, ?, ?, ?, 1, ?, 1)),
            member as (
              insert into om_member (tenant, id, user_id, email, email_key, first_name, last_name, receipt_by_email, status, primary_customer, terms_version, terms_at,
                terms_by_kind, terms_by_reference, terms_channel, created_at, registered_at, activated_at, version)
              select 1, ?, ?, ?, ?, 'Ada', 'Byron', 0, 'ACTIVE', id, 'terms', ?, 'TILL', 'till', 'POS', ?, ?, ?, 1 from matching limit 1),
            links as (
              insert into om_member_customer (tenant, customer, member, linked_at) select 1, id, ?, ? from matching),
            facts as (
              select 'MemberRegistered' as kind union all select 'MemberActivated' union all select 'CustomerLinked' from matching),
            told as (
              insert into om_outbox (tenant, id, recorded_at, version, position, topic_kind, topic_id, actor_kind, actor_reference, kind, format,
                document, is_waiting)
              select 1, gen_random_uuid()::varchar, ?, 1, 0, 'MEMBER', ?, 'TILL', 'till', kind, 1, ?, 1 from facts),
            audited as (
              insert into om_audit_record (tenant, recorded_at, id, actor_kind, actor_reference, permission, topic_kind, topic_id, verdict, kind, format,
                document)
              select 1, ?, gen_random_uuid()::varchar, 'TILL', 'till', 'REGISTER', 'MEMBER', ?, 'ALLOWED', 'facts', 1, ? from facts limit 1)
            select 1;
            commit
            """;

    private static final String BALANCE = "select booked - withheld from om_account where tenant = 1 and id = ?";

    private final DataSource dataSource;

    PostgreSqlBaseline(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void sell(Sale sale) throws SQLException {
        long now = Fixed.NOW_MICROS;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELL)) {
            Parameters in = new Parameters(statement);
            in.of(sale.points(), now, sale.account());
            in.of(sale.receipt(), Fixed.FINGERPRINT, now);
            in.of(sale.purchase(), sale.receipt(), Fixed.FINGERPRINT, now, sale.member(), sale.member());
            in.of(sale.lines().stream().mapToLong(Line::amount).sum(), now);
            in.of(sale.purchase());
            in.array(connection, "integer", each(sale, Line::number));
            in.array(connection, "varchar", each(sale, Line::sku));
            in.array(connection, "bigint", each(sale, Line::amount));
            in.of(sale.points(), now, now, sale.receipt(), sale.member());
            in.of(sale.points(), sale.points(), now, now, Fixed.LAPSES_MICROS);
            in.of(sale.receipt());
            in.array(connection, "integer", each(sale, Line::number));
            in.array(connection, "bigint", each(sale, Line::points));
            in.of(now, Fixed.DOCUMENT, now, Fixed.DOCUMENT);
            statement.execute();
        }
    }

    private static Object[] each(Sale sale, Function<Line, Object> part) {
        return sale.lines().stream().map(part).toArray();
    }

    @Override
    public void redeem(String key, String account, long points) throws SQLException {
        long now = Fixed.NOW_MICROS;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(REDEEM)) {
            Parameters in = new Parameters(statement);
            in.of(account);
            in.of(account, now, now, points, points);
            in.of(points, now, account, points);
            in.of(key, Fixed.FINGERPRINT, now);
            in.of(points, now, now, key);
            in.of(account);
            in.of(now, Fixed.DOCUMENT, now, Fixed.DOCUMENT);
            statement.execute();
        }
    }

    @Override
    public void register(String member, String user, String email) throws SQLException {
        long now = Fixed.NOW_MICROS;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(REGISTER)) {
            Parameters in = new Parameters(statement);
            in.of(email, email);
            in.of(user, email, email, email, now);
            in.of(member, user, email, email, now, now, now, now);
            in.of(member, now);
            in.of(now, member, Fixed.DOCUMENT, now, member, Fixed.DOCUMENT);
            statement.execute();
        }
    }

    @Override
    public long balance(String account) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(BALANCE)) {
            statement.setString(1, account);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
