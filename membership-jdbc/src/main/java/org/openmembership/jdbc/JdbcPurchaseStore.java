package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.jdbc.Gathering.Answers;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.PurchaseFilter;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.PurchaseStore;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.purchase.SaleAssignment;
import org.openmembership.purchase.SharedPurchase;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;

/** Purchases in {@code om_purchase}, with their lines and tenders in tables of their own. */
final class JdbcPurchaseStore implements PurchaseStore {
    private static final String PURCHASES = "select " + PurchaseRow.COLUMNS;
    private static final String LINES = "select p.currency, " + PurchaseLineRow.LINE_COLUMNS;
    private static final String TENDERS = "select p.currency, " + PurchaseLineRow.TENDER_COLUMNS;
    private static final String JOIN_LINES =
            " join om_purchase_line l on l.tenant = p.tenant and l.purchase = p.id order by l.purchase, l.number";
    private static final String JOIN_TENDERS =
            " join om_purchase_tender t on t.tenant = p.tenant and t.purchase = p.id order by t.purchase, t.number";
    private static final String WITH_KEYS = " from {rows:wanted} join om_purchase p"
            + " on p.tenant = :tenant and p.key_source = wanted.source and p.key_value = wanted.value";
    private static final String WITH_IDS =
            " from {rows:wanted} join om_purchase p on p.tenant = :tenant and p.id = wanted.id";
    private static final String AWAITING = PURCHASES + """
             from om_purchase p
            where p.tenant = :tenant and p.member = :member and p.is_awaiting = 1
              and (p.purchased_at > :after_at or (p.purchased_at = :after_at and p.id > :after))
            order by p.tenant, p.member, p.purchased_at, p.id
            limit :limit""";
    private static final String SHARED = "select who.account, " + PurchaseRow.COLUMNS
            + """
             from {buyers} who
            cross join om_purchase p
            where p.tenant = :tenant and p.member = who.member and p.purchased_at >= :from and p.purchased_at < :to
              and p.is_awaiting = 0
              and not exists (select 1 from om_waiting_sale w
                               where w.tenant = p.tenant and w.purchase = p.id and w.holder = who.account
                                 and w.state <> 'POSTED')
              and (who.account > :after or (who.account = :after and (p.recorded_at > :after_at
                                                                  or (p.recorded_at = :after_at and p.id > :after_id))))
            order by who.account, p.recorded_at, p.id
            limit :limit""".replace("{buyers}", Identities.sharing("s.account {in:accounts}"));
    private static final String LOCK = "select id from om_purchase"
            + " where tenant = :tenant and key_source = :source and key_value = :value order by id{lock}";
    private static final String PURCHASED_AT =
            "select purchased_at from om_purchase where tenant = :tenant and id = :after";

    private static final String RETURNS =
            "select p.key_source, p.key_value, p.currency, " + PurchaseLineRow.LINE_COLUMNS + """
             from {rows:wanted}
             cross join om_purchase_line l{by om_purchase_line_returned}
             join om_purchase p on p.tenant = l.tenant and p.id = l.purchase
            where l.tenant = :tenant and l.original_source = wanted.source and l.original_value = wanted.value
              and l.original_line is not null
            order by l.original_source, l.original_value, l.original_line, l.purchase, l.number""";

    private final JdbcUnit unit;

    JdbcPurchaseStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void addAll(List<KeptPurchase> purchases) {
        purchases.forEach(kept -> PurchaseRow.add(unit, kept));
    }

    @Override
    public void assign(PurchaseId purchase, KeptPurchase.Owner owner) {
        PurchaseRow.assign(unit, purchase, owner);
    }

    @Override
    public void add(SaleAssignment assignment) {
        SaleAssignmentRow.add(unit, assignment);
    }

    @Override
    public Optional<SaleAssignment> assignment(ExternalKey key) {
        return SaleAssignmentRow.withKey(unit, key);
    }

    @Override
    public List<SaleAssignment> assignments(ExternalKey sale) {
        return SaleAssignmentRow.ofSale(unit, sale);
    }

    @Override
    public Optional<KeptPurchase> find(ExternalKey key) {
        return findAll(List.of(key)).stream().findFirst();
    }

    @Override
    public Optional<KeptPurchase> lock(ExternalKey key) {
        List<String> locked = unit.gather()
                .bind("source", key.source())
                .bind("value", key.value())
                .all(LOCK, row -> row.getString("id"));
        return locked.isEmpty() ? Optional.empty() : find(key);
    }

    @Override
    public List<KeptPurchase> findAll(Collection<ExternalKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Gathering gathering = unit.gather().rows("wanted", Keys.COLUMNS, Keys.rows(keys));
        Answers<PurchaseRow> rows = gathering.ask(PURCHASES + WITH_KEYS, PurchaseRow::read);
        Parts parts = new Parts(gathering, WITH_KEYS);
        gathering.run();
        return parts.completed(rows.all());
    }

    @Override
    public List<ReturnedLine> returnsOf(Collection<ExternalKey> originals) {
        return originals.isEmpty()
                ? List.of()
                : unit.gather()
                        .rows("wanted", Keys.COLUMNS, Keys.rows(originals))
                        .all(RETURNS, PurchaseLineRow::returned);
    }

    @Override
    public Page<KeptPurchase> list(PurchaseFilter filter, Page.Request page) {
        List<PurchaseRow> rows = PurchaseSearch.of(filter, page, unit).all(unit, PURCHASES);
        Page<PurchaseRow> found = Pages.of(rows, page, PurchaseSearch.LIST, PurchaseSearch::place);
        return new Page<>(completed(found.items()), found.next());
    }

    @Override
    public List<KeptPurchase> awaiting(MemberId member, @Nullable PurchaseId after, int limit) {
        String last = after == null ? "" : after.value();
        long lastAt = unit.gather().bind("after", last).all(PURCHASED_AT, row -> row.getLong("purchased_at")).stream()
                .findFirst()
                .orElse(Long.MIN_VALUE);
        return completed(unit.gather()
                .bind("member", member.value())
                .bind("after", last)
                .bind("after_at", lastAt)
                .bind("limit", limit)
                .all(AWAITING, PurchaseRow::read));
    }

    @Override
    public List<SharedPurchase> shared(
            Set<AccountId> accounts, Instant from, Instant to, @Nullable SharedPurchase after, int limit) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        List<AccountId> owners = new ArrayList<>();
        List<PurchaseRow> rows = unit.gather()
                .list("accounts", JdbcAccountStore.texts(accounts))
                .bind("from", from)
                .bind("to", to)
                .bind("after", after == null ? "" : after.account().value())
                .bind("after_at", after == null ? Instant.EPOCH : after.kept().recordedAt())
                .bind("after_id", after == null ? "" : after.kept().id().value())
                .bind("limit", limit)
                .all(SHARED, row -> {
                    owners.add(AccountId.of(row.getString("account")));
                    return PurchaseRow.read(row);
                });
        List<KeptPurchase> kept = completed(rows);
        return IntStream.range(0, kept.size())
                .mapToObj(i -> new SharedPurchase(owners.get(i), kept.get(i)))
                .toList();
    }

    /** Reads lines and tenders of what was found. */
    private List<KeptPurchase> completed(List<PurchaseRow> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Object[]> ids =
                found.stream().map(row -> new Object[] {row.id().value()}).toList();
        Gathering gathering = unit.gather().rows("wanted", "id", ids);
        Parts parts = new Parts(gathering, WITH_IDS);
        gathering.run();
        return parts.completed(found);
    }

    /** The lines and tenders of several purchases. */
    private static final class Parts {
        private final Map<String, List<PurchaseLine>> lines = new HashMap<>();
        private final Map<String, List<Tender>> tenders = new HashMap<>();

        Parts(Gathering gathering, String from) {
            gathering.ask(LINES + from + JOIN_LINES, row -> put(lines, row, PurchaseLineRow.line(row, currency(row))));
            gathering.ask(
                    TENDERS + from + JOIN_TENDERS,
                    row -> put(tenders, row, PurchaseLineRow.tender(row, currency(row))));
        }

        List<KeptPurchase> completed(List<PurchaseRow> found) {
            return found.stream().map(this::complete).toList();
        }

        private KeptPurchase complete(PurchaseRow row) {
            String id = row.id().value();
            return row.head().with(lines.getOrDefault(id, List.of()), tenders.getOrDefault(id, List.of()));
        }

        private static <T> T put(Map<String, List<T>> parts, ResultSet row, T part) throws SQLException {
            parts.computeIfAbsent(row.getString("purchase"), any -> new ArrayList<>())
                    .add(part);
            return part;
        }

        private static CurrencyUnit currency(ResultSet row) throws SQLException {
            return CurrencyUnit.of(row.getString("currency"));
        }
    }
}
