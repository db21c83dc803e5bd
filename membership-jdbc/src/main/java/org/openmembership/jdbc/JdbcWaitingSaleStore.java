package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.purchase.Provisional;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.purchase.WaitingSale;
import org.openmembership.purchase.WaitingSaleStore;
import org.openmembership.shared.ExternalKey;

/** Sales that wait to be posted, in {@code om_waiting_sale}. */
final class JdbcWaitingSaleStore implements WaitingSaleStore {
    private static final String COLUMNS = """
            select w.purchase, w.account, w.key_source, w.key_value, w.club, w.holder, w.buys, w.points, w.not_before, w.due_at,
                   w.state, w.version
            """;
    private static final String OF_SALES = COLUMNS + """
              from {rows:wanted}
              join om_waiting_sale w
                on w.tenant = :tenant and w.key_source = wanted.source and w.key_value = wanted.value
             order by w.purchase, w.account""";
    private static final String HELD_BY = COLUMNS + """
              from om_waiting_sale w
             where w.tenant = :tenant and w.holder {in:holders} and w.state = 'WAITING'
             order by w.purchase, w.account""";
    private static final String DUE = COLUMNS + """
              from om_waiting_sale w
             where w.tenant = :tenant and w.club = :club and w.state = 'WAITING' and w.due_at <= :at
               and w.due_at >= :after_at
               and (w.due_at > :after_at
                    or (w.due_at = :after_at and (w.purchase > :after or (w.purchase = :after and w.account > :after_account))))
             order by w.due_at, w.purchase, w.account
             limit :limit""";
    private static final String PROVISIONAL = """
            select w.holder, count(*) as sales, sum(w.points) as points
              from om_waiting_sale w
             where w.tenant = :tenant and w.holder {in:holders} and w.state = 'WAITING'
             group by w.holder""";
    private static final Change CHANGED =
            Change.of(Table.WAITING_SALE, "holder, due_at, state, version", "purchase, account, version");

    private final JdbcUnit unit;

    JdbcWaitingSaleStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void addAll(List<WaitingSale> waiting) {
        waiting.forEach(sale -> unit.add(
                Table.WAITING_SALE,
                sale.name().purchase().value(),
                sale.name().account().value(),
                sale.name().sale().source(),
                sale.name().sale().value(),
                sale.club().value(),
                sale.holder().value(),
                sale.effect().buys(),
                sale.points(),
                sale.due().notBefore(),
                sale.due().at(),
                sale.state(),
                sale.version()));
    }

    @Override
    public void update(List<WaitingSale> changed) {
        changed.forEach(sale -> unit.change(
                CHANGED,
                sale.holder().value(),
                sale.due().at(),
                sale.state(),
                sale.version(),
                sale.name().purchase().value(),
                sale.name().account().value(),
                sale.version() - 1));
    }

    @Override
    public List<WaitingSale> of(Collection<ExternalKey> sales) {
        return sales.isEmpty()
                ? List.of()
                : unit.gather()
                        .rows("wanted", Keys.COLUMNS, Keys.rows(sales))
                        .all(OF_SALES, JdbcWaitingSaleStore::read);
    }

    @Override
    public List<WaitingSale> heldBy(Set<AccountId> holders) {
        return holders.isEmpty()
                ? List.of()
                : unit.gather()
                        .list("holders", JdbcAccountStore.texts(holders))
                        .all(HELD_BY, JdbcWaitingSaleStore::read);
    }

    @Override
    public List<WaitingSale> due(ClubId club, Instant at, @Nullable WaitingSale after, int limit) {
        return unit.gather()
                .bind("club", club.value())
                .bind("at", at)
                .bind(
                        "after_at",
                        after == null
                                ? Instant.EPOCH
                                : Objects.requireNonNull(after.due().at()))
                .bind("after", after == null ? "" : after.name().purchase().value())
                .bind(
                        "after_account",
                        after == null ? "" : after.name().account().value())
                .bind("limit", limit)
                .all(DUE, JdbcWaitingSaleStore::read);
    }

    @Override
    public Map<AccountId, Provisional> provisional(Set<AccountId> holders) {
        Map<AccountId, Provisional> provisional = new TreeMap<>();
        if (!holders.isEmpty()) {
            unit.gather()
                    .list("holders", JdbcAccountStore.texts(holders))
                    .all(
                            PROVISIONAL,
                            row -> provisional.put(
                                    AccountId.of(row.getString("holder")),
                                    new Provisional(row.getLong("sales"), Values.points(row, "points"))));
        }
        return provisional;
    }

    private static WaitingSale read(ResultSet row) throws SQLException {
        WaitingSale.Name name = new WaitingSale.Name(
                PurchaseId.of(row.getString("purchase")),
                ExternalKey.of(row.getString("key_source"), row.getString("key_value")),
                AccountId.of(row.getString("account")));
        return new WaitingSale(
                name,
                new WaitingSale.Effect(
                        ClubId.of(row.getString("club")), Values.flag(row, "buys"), Values.points(row, "points")),
                AccountId.of(row.getString("holder")),
                new WaitingSale.Due(Values.instant(row, "not_before"), Values.instantOrNull(row, "due_at")),
                WaitingSale.State.valueOf(row.getString("state")),
                row.getInt("version"));
    }
}
