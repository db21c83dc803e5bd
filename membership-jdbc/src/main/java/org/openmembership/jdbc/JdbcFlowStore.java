package org.openmembership.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.flow.Flow;
import org.openmembership.flow.FlowStore;
import org.openmembership.flow.Holdings;
import org.openmembership.flow.PointFlow;
import org.openmembership.flow.PointFlow.Total;
import org.openmembership.flow.Scope;
import org.openmembership.flow.Spend;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.shared.Points;

/** Sums over accounts in scope, which are looked up first, so that other clubs' rows are not read. */
final class JdbcFlowStore implements FlowStore {
    private static final String FLOWS = """
            select e.scheme, e.point_kind, e.kind, u.kind as undone, e.point_value,
                   count(*) as entries, sum(e.points) as points
              from {accounts}
              join om_entry e on e.tenant = a.tenant and e.account = a.id
              left join om_entry u
                on u.tenant = e.tenant and u.account = e.related_account and u.seq = e.related_seq and e.kind = 'REVERSAL'
             where a.tenant = :tenant and {of} and e.recorded_at >= :from and e.recorded_at < :to
             group by e.scheme, e.point_kind, e.kind, u.kind, e.point_value""";
    private static final String FLOWS_OF_ACCOUNT = Identities.HELD
            + FLOWS.replace("{accounts}", "held cross join om_account a").replace("{of}", "a.id = held.part");
    private static final String FLOWS_OF_CLUB =
            FLOWS.replace("{accounts}", "om_account a").replace("{of}", "a.club = :whose");
    private static final String OPEN_AT = """
            select part.lapses_at, sum(part.points) as points
              from (select l.lapses_at, l.granted as points
                      from om_account a
                      join om_lot l on l.tenant = a.tenant and l.account = a.id
                      join om_entry e on e.tenant = l.tenant and e.account = l.account and e.seq = l.seq
                     where a.tenant = :tenant and {scope} and e.recorded_at < :at
                    union all
                    select l.lapses_at, case when x.purpose = 'RESTORED' then x.points else -x.points end as points
                      from om_account a
                      join om_entry e on e.tenant = a.tenant and e.account = a.id
                      join om_allocation x on x.tenant = e.tenant and x.account = e.account and x.entry_seq = e.seq
                      join om_lot l
                        on l.tenant = x.tenant and l.account = x.account and l.seq = x.lot_seq and l.number = x.lot_number
                     where a.tenant = :tenant and {scope} and e.recorded_at < :at) part
             group by part.lapses_at
            having sum(part.points) <> 0
             order by part.lapses_at""";
    private static final String DEBT_AT = """
            select coalesce(sum(case when x.purpose = 'OWED' then x.points else -x.points end), 0) as points
              from om_account a
              join om_entry e on e.tenant = a.tenant and e.account = a.id
              join om_allocation x on x.tenant = e.tenant and x.account = e.account and x.entry_seq = e.seq
             where a.tenant = :tenant and {scope} and e.recorded_at < :at and x.lot_seq is null""";
    private static final String HEADS = """
            select a.scheme, count(*) as accounts, sum(a.booked) as booked, sum(a.debt) as debt
              from om_account a
             where a.tenant = :tenant and {scope}
             group by a.scheme""";
    private static final String LOTS = """
            select a.scheme, sum(l.remaining) as points,
                   sum(case when l.available_from > :at and l.lapses_at > :at then l.remaining else 0 end) as pending,
                   sum(case when l.lapses_at <= :at then l.remaining else 0 end) as lapsed,
                   sum(case when l.lapses_at > :at and l.lapses_at < :before then l.remaining else 0 end) as expiring
              from om_account a
              join om_lot l on l.tenant = a.tenant and l.account = a.id and l.is_open = 1
             where a.tenant = :tenant and {scope}
             group by a.scheme""";
    private static final String HELD = """
            select a.scheme, sum(x.points) as held
              from om_account a
              join om_hold_part x
                on x.tenant = a.tenant and x.lot_account = a.id and x.until_at > :at and x.since_at <= :at
              join om_hold h
                on h.tenant = x.tenant and h.account = x.account and h.key_source = x.key_source
               and h.key_value = x.key_value and (h.ended_at is null or h.ended_at > :at)
              join om_lot l
                on l.tenant = x.tenant and l.account = x.lot_account and l.seq = x.lot_seq and l.number = x.lot_number
               and l.lapses_at > :at
             where a.tenant = :tenant and {scope}
             group by a.scheme""";
    private static final String SPEND = """
            select a.scheme, max(p.purchased_at) as last,
                   sum(case when p.purchased_at >= :from and p.currency = :currency then 1 else 0 end) as purchases,
                   sum(case when p.purchased_at >= :from and p.currency = :currency then p.total else 0 end) as amount
              from om_account a
              join {buyers} who on who.account = a.id
             cross join om_purchase p
             where a.tenant = :tenant and {scope} and p.tenant = a.tenant and p.member = who.member and p.purchased_at < :to
             group by a.scheme""";

    /** What a closed account's member bought is that of whoever has its points. */
    private static final String COLLECTING = """
            s.account in (select c.id from om_account c where c.tenant = :tenant and c.club = :whose)
                and not exists (select 1 from om_account_successor x where x.tenant = s.tenant and x.account = s.account)""";

    private final JdbcUnit unit;

    JdbcFlowStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public List<PointFlow> flows(Scope scope, Instant from, Instant to) {
        Map<Place, Total> totals = new TreeMap<>();
        String question = scope instanceof Scope.OfClub ? FLOWS_OF_CLUB : FLOWS_OF_ACCOUNT;
        gather(scope).bind("from", from).bind("to", to).all(question, row -> {
            Place place = new Place(
                    SchemeId.of(row.getString("scheme")), PointKind.valueOf(row.getString("point_kind")), flow(row));
            return totals.merge(place, total(row), Total::plus);
        });
        return totals.entrySet().stream()
                .map(sum -> new PointFlow(
                        sum.getKey().scheme(), sum.getKey().kind(), sum.getKey().flow(), sum.getValue()))
                .toList();
    }

    private record Place(SchemeId scheme, PointKind kind, Flow flow) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::scheme).thenComparing(Place::kind).thenComparing(Place::flow);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private static Flow flow(ResultSet row) throws SQLException {
        return Flow.of(EntryKind.valueOf(row.getString("kind")), Values.codeOrNull(row, "undone", EntryKind::valueOf));
    }

    /** Grouped by the value of a point, so that the money is multiplied out exactly here and cannot overflow there. */
    private static Total total(ResultSet row) throws SQLException {
        Points points = Values.points(row, "points");
        BigDecimal value = Values.unscaled(row.getLong("point_value"), Values.POINT_VALUE_SCALE)
                .multiply(points.toBigDecimal());
        return new Total(row.getLong("entries"), points, value);
    }

    @Override
    public List<Outstanding> openAt(Scope scope, Instant at) {
        return gather(scope)
                .bind("at", at)
                .all(
                        text(OPEN_AT, scope),
                        row -> new Outstanding(Values.instant(row, "lapses_at"), Values.points(row, "points")));
    }

    @Override
    public Points debtAt(Scope scope, Instant at) {
        return gather(scope)
                .bind("at", at)
                .one(text(DEBT_AT, scope), row -> Values.points(row, "points"))
                .orElse(Points.ZERO);
    }

    @Override
    public Map<SchemeId, Holdings> holdings(Scope scope, Instant at, Instant expiringBefore) {
        Map<SchemeId, Holdings> holdings = new TreeMap<>();
        Gathering gathering = gather(scope).bind("at", at).bind("before", expiringBefore);
        gathering.ask(text(HEADS, scope), row -> holdings.merge(scheme(row), ofHeads(row), Holdings::plus));
        gathering.ask(text(LOTS, scope), row -> holdings.merge(scheme(row), ofLots(row), Holdings::plus));
        gathering.ask(text(HELD, scope), row -> holdings.merge(scheme(row), ofHolds(row), Holdings::plus));
        gathering.run();
        return holdings;
    }

    private static Holdings ofHeads(ResultSet row) throws SQLException {
        return Holdings.of(row.getLong("accounts"), Values.points(row, "booked"), Values.points(row, "debt"));
    }

    private static Holdings ofLots(ResultSet row) throws SQLException {
        return new Holdings(
                0,
                Points.ZERO,
                Points.ZERO,
                Values.points(row, "points"),
                Values.points(row, "pending"),
                Values.points(row, "lapsed"),
                Points.ZERO,
                Values.points(row, "expiring"));
    }

    private static Holdings ofHolds(ResultSet row) throws SQLException {
        return new Holdings(
                0,
                Points.ZERO,
                Points.ZERO,
                Points.ZERO,
                Points.ZERO,
                Points.ZERO,
                Values.points(row, "held"),
                Points.ZERO);
    }

    @Override
    public Map<SchemeId, Spend> spend(Scope scope, CurrencyUnit currency, Instant from, Instant to) {
        Map<SchemeId, Spend> spend = new TreeMap<>();
        Gathering gathering = gather(scope)
                .bind("currency", currency.getCode())
                .bind("from", from)
                .bind("to", to);
        gathering.ask(text(HEADS, scope), row -> spend.merge(scheme(row), Spend.NONE, Spend::plus));
        gathering.ask(
                text(SPEND, scope).replace("{buyers}", buyers(scope)),
                row -> spend.merge(scheme(row), spend(row), Spend::plus));
        gathering.run();
        return spend;
    }

    private static String buyers(Scope scope) {
        return Identities.sharing(scope instanceof Scope.OfClub ? COLLECTING : "s.account = :whose");
    }

    private static Spend spend(ResultSet row) throws SQLException {
        return new Spend(
                row.getLong("purchases"),
                Values.unscaled(row.getLong("amount"), Values.MONEY_SCALE),
                Values.instant(row, "last"));
    }

    private static SchemeId scheme(ResultSet row) throws SQLException {
        return SchemeId.of(row.getString("scheme"));
    }

    private Gathering gather(Scope scope) {
        String whose = scope instanceof Scope.OfClub club
                ? club.club().value()
                : ((Scope.OfAccount) scope).account().value();
        return unit.gather().bind("whose", whose).list("accounts", List.of(whose));
    }

    private static String text(String question, Scope scope) {
        return question.replace("{scope}", scope instanceof Scope.OfClub ? "a.club = :whose" : "a.id = :whose");
    }
}
