package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.ExpiryRule;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.LotSummary;
import org.openmembership.ledger.OpenLots;
import org.openmembership.shared.Points;

/** What can be asked about lots. */
final class LotQuestions {
    private static final String OPEN_LOTS = "select " + LotRow.COLUMNS + """
             from om_lot l
            where l.tenant = :tenant and l.account = :account and l.is_open = 1 and l.lapses_at > :at
            order by %s limit :limit""";
    private static final String OPEN_LOTS_NEAREST_EXPIRY =
            OPEN_LOTS.formatted("l.tenant, l.account, l.lapses_at, l.seq, l.number");
    private static final String OPEN_LOTS_OLDEST_FIRST = OPEN_LOTS.formatted("l.earned_at, l.seq, l.number");
    private static final String SUMMARIES = """
            select account,
                   sum(case when available_from <= :at and lapses_at > :at then remaining else 0 end) as in_force,
                   min(case when available_from > :at then available_from else lapses_at end) as next_change_at
              from om_lot
             where tenant = :tenant and account {in:accounts} and is_open = 1 and lapses_at > :at
             group by account""";
    private static final String NAMED = "select " + LotRow.COLUMNS + """
             from {rows:wanted}
             join om_lot l
               on l.tenant = :tenant and l.account = wanted.account and l.seq = wanted.seq and l.number = wanted.number
            order by l.account, l.seq, l.number""";
    private static final String OPEN = "select " + LotRow.COLUMNS + """
             from om_lot l
            where l.tenant = :tenant and l.account {in:accounts} and l.is_open = 1
            order by l.account, l.seq, l.number""";
    private static final String OPENED_BY = "select " + LotRow.COLUMNS + """
             from {rows:wanted}
             join om_lot l on l.tenant = :tenant and l.account = wanted.account and l.seq = wanted.seq
            order by l.account, l.seq, l.number""";
    private static final String DESCENDANTS = """
            with recursive line as (
              select wanted.account as of_account, wanted.seq as of_seq, wanted.number as of_number, d.account, d.seq, d.number
                from {rows:wanted}
                join om_lot_descent d
                  on d.tenant = :tenant and d.from_account = wanted.account and d.from_seq = wanted.seq
                 and d.from_number = wanted.number
              union all
              select line.of_account, line.of_seq, line.of_number, d.account, d.seq, d.number
                from line
                join om_lot_descent d
                  on d.tenant = :tenant and d.from_account = line.account and d.from_seq = line.seq
                 and d.from_number = line.number)
            select account, seq, number, of_account, of_seq, of_number from line""";
    /** From what is there now, with what later entries did undone. */
    private static final String AS_OF = """
            with later as (
              select lot_seq, lot_number, sum(case when purpose = 'RESTORED' then points else -points end) as effect
                from om_allocation
               where tenant = :tenant and account = :account and entry_seq > :seq and lot_seq is not null
               group by lot_seq, lot_number)
            select %1$s, l.remaining - coalesce(later.effect, 0) as remaining
              from om_lot l
              left join later on later.lot_seq = l.seq and later.lot_number = l.number
             where l.tenant = :tenant and l.account = :account and l.is_open = 1 and l.seq <= :seq
               and l.remaining - coalesce(later.effect, 0) > 0
            union all
            select %1$s, l.remaining - later.effect as remaining
              from later
              join om_lot l
                on l.tenant = :tenant and l.account = :account and l.seq = later.lot_seq and l.number = later.lot_number
             where l.is_open = 0 and l.seq <= :seq and l.remaining - later.effect > 0""".formatted(LotRow.LASTING_COLUMNS);

    private static final String ALLOCATIONS = "select " + AllocationRow.COLUMNS + """
            , x.position
             from {rows:wanted}
             join om_allocation x
               on x.tenant = :tenant and x.account = wanted.account
              and x.lot_seq = wanted.seq and x.lot_number = wanted.number
            order by x.account, x.lot_seq, x.lot_number, x.entry_seq, x.position""";
    // a head written after a lot lapsed looks ahead to the next change, and holds what lapsed withheld until it is
    // written off
    private static final String DUE = """
            select a.id from om_account a
             where a.tenant = :tenant and a.club = :club and a.id > :after
               and (a.next_change_at <= :at or a.withheld > 0)
               and exists (select 1 from om_lot l
                            where l.tenant = a.tenant and l.account = a.id and l.is_open = 1 and l.lapses_at <= :at
                              and %s)
             order by a.tenant, a.club, a.id
             limit :limit""".formatted(HoldQuestions.LOT_IS_FREE);
    private static final String STALE = """
            select a.id from om_account a
             where a.tenant = :tenant and a.club = :club and a.id > :after and a.next_change_at <= :at
             order by a.tenant, a.club, a.id
             limit :limit""";
    private static final String LAPSED = "select " + LotRow.COLUMNS + """
             from om_lot l
            where l.tenant = :tenant and l.account {in:accounts} and l.is_open = 1 and l.lapses_at <= :at
              and %s
            order by l.account, l.lapses_at, l.seq, l.number""".formatted(HoldQuestions.LOT_IS_FREE);

    private final JdbcUnit unit;

    LotQuestions(JdbcUnit unit) {
        this.unit = unit;
    }

    /** The question for an account's open lots; it wants {@code account}, {@code at} and {@code limit}. */
    static String openLots(ConsumptionOrder order) {
        return switch (order) {
            case NEAREST_EXPIRY -> OPEN_LOTS_NEAREST_EXPIRY;
            case OLDEST_FIRST -> OPEN_LOTS_OLDEST_FIRST;
        };
    }

    /** The answer to {@link #openLots}, which was for at most one more than {@code limit}. */
    static OpenLots openLots(List<Lot> found, Cover cover, int limit) {
        Comparator<Lot> order = Lot.in(cover.order());
        boolean complete = found.size() <= limit;
        List<Lot> lots = found.stream()
                .limit(limit)
                .filter(lot -> complete || lot.life().isInForce(cover.at()))
                .sorted(Comparator.comparing((Lot lot) -> lot.life().isPending(cover.at()))
                        .thenComparing(order))
                .toList();
        return new OpenLots(lots, complete);
    }

    OpenLots all(AccountId account, Cover cover) {
        List<Lot> found = unit.gather()
                .bind("account", account.value())
                .bind("at", cover.at())
                .bind("limit", Integer.MAX_VALUE)
                .all(openLots(cover.order()), LotRow::read);
        return openLots(found, cover, Integer.MAX_VALUE);
    }

    Map<AccountId, LotSummary> summaries(Set<AccountId> accounts, Instant at) {
        Map<AccountId, LotSummary> summaries = new TreeMap<>();
        if (!accounts.isEmpty()) {
            accounts.forEach(account -> summaries.put(account, new LotSummary(Points.ZERO, ExpiryRule.FOREVER)));
            Gathering gathering = unit.gather()
                    .list("accounts", JdbcAccountStore.texts(accounts))
                    .bind("at", at);
            var lots = gathering.ask(SUMMARIES, row -> summary(row, Values.points(row, "in_force")));
            var held = gathering.ask(
                    HoldQuestions.SUMMARIES,
                    row -> summary(row, Values.points(row, "held").negated()));
            gathering.run();
            lots.all().forEach(of -> summaries.merge(of.getKey(), of.getValue(), LotQuestions::sum));
            held.all().forEach(of -> summaries.merge(of.getKey(), of.getValue(), LotQuestions::sum));
        }
        return summaries;
    }

    private static Map.Entry<AccountId, LotSummary> summary(ResultSet row, Points counting) throws SQLException {
        return Map.entry(
                AccountId.of(row.getString("account")),
                new LotSummary(counting, Values.instant(row, "next_change_at")));
    }

    private static LotSummary sum(LotSummary one, LotSummary other) {
        boolean oneFirst = one.nextChange().isBefore(other.nextChange());
        return new LotSummary(one.inForce().plus(other.inForce()), oneFirst ? one.nextChange() : other.nextChange());
    }

    List<Lot> named(Collection<LotId> ids) {
        return ids.isEmpty()
                ? List.of()
                : unit.gather().rows("wanted", LOT_IDS, rows(ids)).all(NAMED, LotRow::read);
    }

    Map<LotId, LotId> descendants(Collection<LotId> ids) {
        Map<LotId, LotId> descendants = new TreeMap<>();
        if (!ids.isEmpty()) {
            unit.gather()
                    .rows("wanted", LOT_IDS, rows(ids))
                    .all(DESCENDANTS, row -> Map.entry(id(row, 1), id(row, 4)))
                    .forEach(step -> descendants.put(step.getKey(), step.getValue()));
        }
        return descendants;
    }

    private static LotId id(ResultSet row, int column) throws SQLException {
        EntryId entry = new EntryId(AccountId.of(row.getString(column)), row.getLong(column + 1));
        return new LotId(entry, row.getInt(column + 2));
    }

    List<Lot> open(Set<AccountId> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : unit.gather()
                        .list("accounts", JdbcAccountStore.texts(accounts))
                        .all(OPEN, LotRow::read);
    }

    List<Lot> openedBy(Collection<EntryId> entries) {
        return entries.isEmpty()
                ? List.of()
                : unit.gather()
                        .rows("wanted", EntryQuestions.ENTRY_IDS, EntryQuestions.rows(entries))
                        .all(OPENED_BY, LotRow::read);
    }

    List<Lot> asOf(AccountId account, long seq) {
        return unit.gather().bind("account", account.value()).bind("seq", seq).all(AS_OF, LotRow::read).stream()
                .sorted(Comparator.comparing(Lot::id))
                .toList();
    }

    List<Allocation> allocations(Collection<LotId> lots) {
        return lots.isEmpty()
                ? List.of()
                : unit.gather().rows("wanted", LOT_IDS, rows(lots)).all(ALLOCATIONS, AllocationRow::read);
    }

    List<AccountId> due(ClubId club, Instant at, @Nullable AccountId after, int limit) {
        return accounts(DUE, club, at, after, limit);
    }

    List<AccountId> stale(ClubId club, Instant at, @Nullable AccountId after, int limit) {
        return accounts(STALE, club, at, after, limit);
    }

    private List<AccountId> accounts(String question, ClubId club, Instant at, @Nullable AccountId after, int limit) {
        return unit.gather()
                .bind("club", club.value())
                .bind("at", at)
                .bind("after", after == null ? "" : after.value())
                .bind("limit", limit)
                .all(question, row -> AccountId.of(row.getString("id")));
    }

    List<Lot> lapsed(Set<AccountId> accounts, Instant at) {
        return accounts.isEmpty()
                ? List.of()
                : unit.gather()
                        .list("accounts", JdbcAccountStore.texts(accounts))
                        .bind("at", at)
                        .all(LAPSED, LotRow::read);
    }

    private static final String LOT_IDS = "account, seq bigint, number integer";

    private static List<Object[]> rows(Collection<LotId> ids) {
        return ids.stream()
                .distinct()
                .map(id ->
                        new Object[] {id.entry().account().value(), id.entry().seq(), id.number()})
                .toList();
    }
}
