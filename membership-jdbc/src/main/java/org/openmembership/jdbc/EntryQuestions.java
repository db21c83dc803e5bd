package org.openmembership.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;

/** What can be asked about entries. */
final class EntryQuestions {
    /** The columns of rows of entry ids. */
    static final String ENTRY_IDS = "account, seq bigint";

    private static final String OF_ACCOUNT =
            "select " + EntryRow.COLUMNS + " from om_entry e where e.tenant = :tenant and e.account = :account";
    private static final String BY_ID = OF_ACCOUNT + " and e.seq = :seq";
    private static final String SALES = Identities.HELD + """
            select held.part
              from held
             where exists (select 1 from om_entry e
                            where e.tenant = :tenant and e.account = held.part and e.kind = 'SALE' and e.points > 0
                              and not exists (select 1 from {rows:without}
                                               where without.account = e.account and without.seq = e.seq)
                              and e.points > (select coalesce(-sum(r.points), 0)
                                                from om_entry r
                                               where r.tenant = :tenant and r.related_account = e.account
                                                 and r.related_seq = e.seq and r.kind = 'REVERSAL'))""";
    private static final String BETWEEN = OF_ACCOUNT + " and e.seq between :first and :last order by e.seq";
    private static final String OF_KEYS = "select " + EntryRow.COLUMNS + """
             from {rows:wanted}
             join om_entry e
               on e.tenant = :tenant and e.account {in:accounts} and e.operation {in:operations}
              and e.key_source = wanted.source and e.key_value = wanted.value
            order by e.account, e.seq""";
    private static final String HISTORY =
            OF_ACCOUNT + " and e.seq < :before order by e.tenant desc, e.account desc, e.seq desc limit :limit";
    private static final String LAST_AT = OF_ACCOUNT
            + " and e.recorded_at <= :at order by e.tenant desc, e.account desc, e.recorded_at desc, e.seq desc limit 1";
    private static final String REVERSALS = "select " + EntryRow.COLUMNS + """
             from {rows:wanted}
             join om_entry e
               on e.tenant = :tenant and e.related_account = wanted.account and e.related_seq = wanted.seq
            where e.kind = 'REVERSAL'
            order by e.account, e.seq""";
    private static final String ALLOCATIONS = "select " + AllocationRow.COLUMNS + """
            , x.position, coalesce(x.lot_seq, 0) as of_seq, coalesce(x.lot_number, 0) as of_number
             from {rows:wanted}
             join om_allocation x
               on x.tenant = :tenant and x.account = wanted.account and x.entry_seq = wanted.seq
            order by x.account, x.entry_seq, of_seq, of_number, x.position""";
    private static final String EARNED_LINES = "select " + EarnedLineRow.COLUMNS + """
            , g.position
             from {rows:wanted}
             cross join om_earned_line g
            where g.tenant = :tenant and g.key_source = wanted.source and g.key_value = wanted.value
            order by g.account, g.entry_seq, g.key_source, g.key_value, g.line_number, g.position""";

    private final JdbcUnit unit;

    EntryQuestions(JdbcUnit unit) {
        this.unit = unit;
    }

    Optional<PointEntry> find(EntryId id) {
        return of(id.account()).bind("seq", id.seq()).one(BY_ID, EntryRow::read);
    }

    boolean hasSale(AccountId account, Set<EntryId> without) {
        List<Object[]> none = List.<Object[]>of(new Object[] {account.value(), 0L});
        return unit.gather()
                .list("accounts", List.of(account.value()))
                .rows("without", ENTRY_IDS, without.isEmpty() ? none : rows(without))
                .one(SALES, row -> row.getString("part"))
                .isPresent();
    }

    List<PointEntry> between(AccountId account, long firstSeq, long lastSeq) {
        return of(account).bind("first", firstSeq).bind("last", lastSeq).all(BETWEEN, EntryRow::read);
    }

    List<PointEntry> of(Set<AccountId> accounts, Set<Operation> operations, Set<ExternalKey> keys) {
        if (accounts.isEmpty() || operations.isEmpty() || keys.isEmpty()) {
            return List.of();
        }
        return unit.gather()
                .rows("wanted", Keys.COLUMNS, Keys.rows(keys))
                .list("accounts", JdbcAccountStore.texts(accounts))
                .list("operations", operations.stream().map(Enum::name).sorted().toList())
                .all(OF_KEYS, EntryRow::read);
    }

    Page<PointEntry> history(AccountId account, Page.Request page) {
        Page.Cursor after = page.after();
        List<PointEntry> found = of(account)
                .bind("before", after == null ? Long.MAX_VALUE : after.number())
                .bind("limit", page.limit() + 1)
                .all(HISTORY, EntryRow::read);
        return Pages.of(found, page, last -> Long.toString(last.id().seq()));
    }

    Optional<PointEntry> lastAt(AccountId account, Instant at) {
        return of(account).bind("at", at).one(LAST_AT, EntryRow::read);
    }

    List<PointEntry> reversalsOf(Collection<EntryId> ids) {
        return ids.isEmpty()
                ? List.of()
                : unit.gather().rows("wanted", ENTRY_IDS, rows(ids)).all(REVERSALS, EntryRow::read);
    }

    List<Allocation> allocations(Collection<EntryId> ids) {
        return ids.isEmpty()
                ? List.of()
                : unit.gather().rows("wanted", ENTRY_IDS, rows(ids)).all(ALLOCATIONS, AllocationRow::read);
    }

    List<EarnedLine> earnedLines(Collection<ExternalKey> purchases) {
        return purchases.isEmpty()
                ? List.of()
                : unit.gather()
                        .rows("wanted", Keys.COLUMNS, Keys.rows(purchases))
                        .all(EARNED_LINES, EarnedLineRow::read);
    }

    static List<Object[]> rows(Collection<EntryId> ids) {
        return ids.stream()
                .distinct()
                .map(id -> new Object[] {id.account().value(), id.seq()})
                .toList();
    }

    private Gathering of(AccountId account) {
        return unit.gather().bind("account", account.value());
    }
}
