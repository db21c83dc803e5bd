package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.onaccount.CommentedEntry;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.onaccount.OnAccountEntry;
import org.openmembership.onaccount.OnAccountKind;
import org.openmembership.onaccount.OnAccountStore;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;

/** What customers owe, in {@code om_on_account}, its entries and their comments. */
final class JdbcOnAccountStore implements OnAccountStore {
    private static final String OF_CUSTOMER =
            "select customer, currency, balance, seq from om_on_account where tenant = :tenant and customer = :customer";
    private static final String COLUMNS = """
            select e.customer, e.seq, e.kind, e.amount, e.balance_after, e.currency, e.key_source, e.key_value, e.actor_kind,
                   e.actor_reference, e.occurred_at, e.recorded_at""";
    private static final String OF_KEY = COLUMNS + """

              from om_on_account_entry e
             where e.tenant = :tenant and e.kind = :kind and e.key_source = :source and e.key_value = :value""";
    private static final String HISTORY = COLUMNS + """
            , r.text as remark
              from om_on_account_entry e
              left join om_on_account_comment r on r.tenant = e.tenant and r.customer = e.customer and r.seq = e.seq
             where e.tenant = :tenant and e.customer = :customer and e.seq < :before
             order by e.seq desc limit :limit""";
    private static final Change POSTED = Change.of(Table.ON_ACCOUNT, "balance, is_open, seq", "customer, seq");

    private final JdbcUnit unit;

    JdbcOnAccountStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<CustomerAccount> find(CustomerId customer) {
        return unit.gather()
                .bind("customer", customer.value())
                .one(
                        OF_CUSTOMER,
                        row -> new CustomerAccount(
                                CustomerId.of(row.getString("customer")), money(row, "balance"), row.getLong("seq")));
    }

    @Override
    public Optional<OnAccountEntry> find(OnAccountKind kind, ExternalKey key) {
        return unit.gather()
                .bind("kind", kind)
                .bind("source", key.source())
                .bind("value", key.value())
                .one(OF_KEY, JdbcOnAccountStore::entry);
    }

    @Override
    public void post(OnAccountEntry entry, @Nullable String comment) {
        String customer = entry.customer().value();
        long balance = scaled(entry.balanceAfter());
        String currency = entry.amount().getCurrencyUnit().getCode();
        if (entry.seq() == 1) {
            unit.add(Table.ON_ACCOUNT, customer, currency, balance, balance != 0, entry.seq());
        } else {
            unit.change(POSTED, balance, balance != 0, entry.seq(), customer, entry.seq() - 1);
        }
        unit.add(
                Table.ON_ACCOUNT_ENTRY,
                customer,
                entry.seq(),
                entry.kind(),
                scaled(entry.amount()),
                balance,
                currency,
                entry.origin().key().source(),
                entry.origin().key().value(),
                entry.origin().by().kind(),
                entry.origin().by().reference(),
                entry.origin().occurredAt(),
                entry.origin().recordedAt());
        if (comment != null) {
            unit.add(Table.ON_ACCOUNT_COMMENT, customer, entry.seq(), comment);
        }
    }

    @Override
    public Page<CommentedEntry> history(CustomerId customer, Page.Request page) {
        Page.Cursor after = page.after();
        List<CommentedEntry> found = unit.gather()
                .bind("customer", customer.value())
                .bind("before", after == null ? Long.MAX_VALUE : after.number())
                .bind("limit", page.limit() + 1)
                .all(HISTORY, row -> new CommentedEntry(entry(row), row.getString("remark")));
        return Pages.of(found, page, last -> Long.toString(last.entry().seq()));
    }

    private static OnAccountEntry entry(ResultSet row) throws SQLException {
        OnAccountEntry.Origin origin = new OnAccountEntry.Origin(
                ExternalKey.of(row.getString("key_source"), row.getString("key_value")),
                new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor_reference")),
                Values.instant(row, "occurred_at"),
                Values.instant(row, "recorded_at"));
        return new OnAccountEntry(
                CustomerId.of(row.getString("customer")),
                row.getLong("seq"),
                OnAccountKind.valueOf(row.getString("kind")),
                money(row, "amount"),
                money(row, "balance_after"),
                origin);
    }

    private static long scaled(Money amount) {
        return Values.scaled(amount.getAmount(), Values.MONEY_SCALE);
    }

    /** An amount in the currency of its row. */
    static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(
                CurrencyUnit.of(row.getString("currency")), Values.unscaled(row.getLong(column), Values.MONEY_SCALE));
    }
}
