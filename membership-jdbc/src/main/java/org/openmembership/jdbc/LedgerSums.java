package org.openmembership.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.ReviewTerms;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore.ClubTotal;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.ledger.LedgerStore.Redeemed;
import org.openmembership.ledger.LedgerStore.Stretch;
import org.openmembership.shared.Points;

/** Sums over the entries, lots and purchases of accounts and clubs. */
final class LedgerSums {
    private static final String OF_ACCOUNT = Identities.HELD + """
            select e.kind, sum(e.points) as points
              from held
             cross join om_entry e
             where e.tenant = :tenant and e.account = held.part and e.recorded_at >= :from and e.recorded_at < :to
             group by e.kind""";
    private static final String REDEEMED = Identities.HELD + """
            select sum(case when e.kind = 'REDEMPTION' then 1 else 0 end) as times, sum(-e.points) as points
              from held
             cross join om_entry e
              left join om_entry u on u.tenant = e.tenant and u.account = e.related_account and u.seq = e.related_seq
             where e.tenant = :tenant and e.account = held.part and e.recorded_at >= :from
               and (e.kind = 'REDEMPTION' or (e.kind = 'REVERSAL' and u.kind = 'REDEMPTION' and u.recorded_at >= :from))""";
    private static final String OF_CLUB = """
            select kind, point_value, count(*) as entries, sum(points) as points
              from om_entry
             where tenant = :tenant and club = :club
             group by kind, point_value""";
    private static final String OUTSTANDING = """
            select l.lapses_at, sum(l.remaining) as points
              from om_account a
              join om_lot l on l.tenant = a.tenant and l.account = a.id and l.is_open = 1
             where a.tenant = :tenant and a.club = :club
             group by l.lapses_at
             order by l.lapses_at""";
    private static final String AWARD_POINTS = Identities.HELD + """
            select wanted.account, sum(e.points) as measure
              from {rows:wanted}
              join held on held.account = wanted.account
             cross join om_entry e
              left join om_entry u on u.tenant = e.tenant and u.account = e.related_account and u.seq = e.related_seq
             where e.tenant = :tenant and e.account = held.part and e.point_kind = 'AWARD' and e.occurred_at >= wanted.since and e.occurred_at < wanted.ended
               and (e.kind in ('SALE', 'POSITIVE_ADJUSTMENT')
                    or (e.kind = 'REVERSAL' and u.kind in ('SALE', 'POSITIVE_ADJUSTMENT')))
             group by wanted.account""";
    private static final String BUYERS = Identities.sharing("s.account {in:accounts}");
    /** Leaves out what is not posted on the account (A59). */
    private static final String UNLESS_UNPOSTED = """
            and not exists (select 1 from om_waiting_sale w
                             where w.tenant = %1$s.tenant and w.purchase = %1$s.id and w.holder = who.account
                               and w.state <> 'POSTED')""";

    private static final String PURCHASES = """
            select spent.account, %s as measure
              from (select wanted.account, p.total
                           - coalesce((select sum(b.amount)
                                         from om_purchase_line b{by primary}
                                        where b.tenant = p.tenant and b.purchase = p.id
                                          and b.original_line is not null), 0)
                           + coalesce((select sum(b.amount)
                                         from om_purchase_line b{by om_purchase_line_returned}
                                         join om_purchase r on r.tenant = b.tenant and r.id = b.purchase
                                        where b.tenant = p.tenant and b.original_source = p.key_source
                                          and b.original_value = p.key_value and b.original_line is not null
                                          and r.currency = p.currency
                                          %s), 0) as net
                      from {rows:wanted}
                      join {buyers} who on who.account = wanted.account
                     cross join om_purchase p{by om_purchase_of_member}
                     where p.tenant = :tenant and p.member = who.member
                       and p.purchased_at >= wanted.since and p.purchased_at < wanted.ended and p.currency = :currency
                       %s) spent
             group by spent.account""".replace("{buyers}", BUYERS);
    private static final String LAST_PURCHASES =
            """
            select who.account, max(p.purchased_at) as last_at
              from {buyers} who
             cross join om_purchase p
             where p.tenant = :tenant and p.member = who.member and p.total > 0
               {posted}
             group by who.account""".replace("{buyers}", BUYERS).replace("{posted}", UNLESS_UNPOSTED.formatted("p"));
    private static final String SPEND = purchases("sum(spent.net)");
    private static final String SINGLE_SPEND = purchases("max(case when spent.net > 0 then spent.net else 0 end)");
    private static final String VISITS = purchases("sum(case when spent.net > 0 then 1 else 0 end)");

    private final JdbcUnit unit;

    LedgerSums(JdbcUnit unit) {
        this.unit = unit;
    }

    Map<EntryKind, Points> of(AccountId account, Instant from, Instant to) {
        Map<EntryKind, Points> totals = new EnumMap<>(EntryKind.class);
        unit.gather()
                .list("accounts", List.of(account.value()))
                .bind("from", from)
                .bind("to", to)
                .all(OF_ACCOUNT, row -> totals.put(kind(row), Values.points(row, "points")));
        return totals;
    }

    Redeemed redeemed(AccountId account, Instant from) {
        return unit.gather()
                .list("accounts", List.of(account.value()))
                .bind("from", from)
                .one(REDEEMED, row -> new Redeemed(row.getLong("times"), Values.points(row, "points")))
                .orElseThrow(() -> new IllegalStateException("a sum was not answered"));
    }

    /** Grouped by the value of a point, so that the money is multiplied out exactly here and cannot overflow there. */
    Map<EntryKind, ClubTotal> of(ClubId club) {
        Map<EntryKind, ClubTotal> totals = new EnumMap<>(EntryKind.class);
        unit.gather().bind("club", club.value()).all(OF_CLUB, row -> {
            Points points = Values.points(row, "points");
            BigDecimal value = Values.unscaled(row.getLong("point_value"), Values.POINT_VALUE_SCALE)
                    .multiply(points.toBigDecimal());
            return totals.merge(kind(row), new ClubTotal(row.getLong("entries"), points, value), LedgerSums::sum);
        });
        return totals;
    }

    List<Outstanding> outstanding(ClubId club) {
        return unit.gather()
                .bind("club", club.value())
                .all(
                        OUTSTANDING,
                        row -> new Outstanding(Values.instant(row, "lapses_at"), Values.points(row, "points")));
    }

    Map<AccountId, BigDecimal> measures(
            ReviewTerms.Measure measure, CurrencyUnit currency, Map<AccountId, Stretch> stretches) {
        Map<AccountId, BigDecimal> measures = new TreeMap<>();
        if (!stretches.isEmpty()) {
            stretches.keySet().forEach(account -> measures.put(account, measured(measure, 0)));
            unit.gather()
                    .rows("wanted", "account, since bigint, ended bigint", rows(stretches))
                    .list("accounts", JdbcAccountStore.texts(stretches.keySet()))
                    .bind("currency", currency.getCode())
                    .all(
                            question(measure),
                            row -> measures.put(
                                    AccountId.of(row.getString("account")), measured(measure, row.getLong("measure"))));
        }
        return measures;
    }

    Map<AccountId, Instant> lastPurchases(Set<AccountId> accounts) {
        Map<AccountId, Instant> last = new TreeMap<>();
        if (!accounts.isEmpty()) {
            unit.gather()
                    .list("accounts", JdbcAccountStore.texts(accounts))
                    .all(
                            LAST_PURCHASES,
                            row -> last.put(AccountId.of(row.getString("account")), Values.instant(row, "last_at")));
        }
        return last;
    }

    private static String purchases(String measure) {
        return PURCHASES.formatted(measure, UNLESS_UNPOSTED.formatted("r"), UNLESS_UNPOSTED.formatted("p"));
    }

    private static String question(ReviewTerms.Measure measure) {
        return switch (measure) {
            case AWARD_POINTS -> AWARD_POINTS;
            case SPEND -> SPEND;
            case SINGLE_SPEND -> SINGLE_SPEND;
            case VISITS -> VISITS;
        };
    }

    private static BigDecimal measured(ReviewTerms.Measure measure, long value) {
        return switch (measure) {
            case AWARD_POINTS -> BigDecimal.valueOf(value, Points.SCALE);
            case SPEND, SINGLE_SPEND -> Values.unscaled(value, Values.MONEY_SCALE);
            case VISITS -> BigDecimal.valueOf(value);
        };
    }

    private static List<Object[]> rows(Map<AccountId, Stretch> stretches) {
        return stretches.entrySet().stream()
                .map(entry -> new Object[] {
                    entry.getKey().value(),
                    Values.micros(entry.getValue().from()),
                    Values.micros(entry.getValue().to())
                })
                .toList();
    }

    private static EntryKind kind(ResultSet row) throws SQLException {
        return EntryKind.valueOf(row.getString("kind"));
    }

    private static ClubTotal sum(ClubTotal one, ClubTotal other) {
        return new ClubTotal(
                one.entries() + other.entries(),
                one.points().plus(other.points()),
                one.value().add(other.value()));
    }
}
