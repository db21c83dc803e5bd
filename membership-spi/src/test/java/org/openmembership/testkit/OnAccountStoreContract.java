package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.audit.Invariant;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.onaccount.CommentedEntry;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.onaccount.OnAccountEntry;
import org.openmembership.onaccount.OnAccountKind;
import org.openmembership.onaccount.OnAccountStore;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;

/** What every {@link OnAccountStore} does. */
public abstract class OnAccountStoreContract extends StoreContract {
    @Test
    @Requirement({"C25", "C27", "C28"})
    void charges_and_payments_are_read_back_the_latest_first() {
        CustomerId ada = customer();
        OnAccountEntry charge = post(ada, OnAccountKind.CHARGE, "GBP 12.50", null);
        OnAccountEntry payment = post(ada, OnAccountKind.PAYMENT, "GBP 20.00", "cash, \u00e9");

        assertThat(history(ada))
                .containsExactly(new CommentedEntry(payment, "cash, \u00e9"), new CommentedEntry(charge, null));
        assertThat(account(ada)).isEqualTo(new CustomerAccount(ada, Money.parse("GBP -7.50"), 2));
        assertThat(underKey(OnAccountKind.CHARGE, charge)).contains(charge);
        assertThat(underKey(OnAccountKind.PAYMENT, charge)).isEmpty();
    }

    @Test
    void who_never_paid_later_has_no_account() {
        CustomerId ada = customer();

        assertThat(found(ada)).isEmpty();
        assertThat(history(ada)).isEmpty();
    }

    @Test
    @Requirement("C28")
    void pages_of_a_history_neither_overlap_nor_leave_gaps() {
        CustomerId ada = customer();
        for (int i = 0; i < 7; i++) {
            post(ada, OnAccountKind.CHARGE, "JPY 1", null);
        }
        post(customer(), OnAccountKind.CHARGE, "JPY 9", null);

        List<Long> seen = new ArrayList<>();
        Page<CommentedEntry> page = page(ada, Page.Request.first(3));
        page.items().forEach(line -> seen.add(line.entry().seq()));
        while (page.next() != null) {
            page = page(ada, Page.Request.after(page.next(), 3));
            page.items().forEach(line -> seen.add(line.entry().seq()));
        }
        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void an_entry_that_another_came_before_is_run_again() {
        CustomerId ada = customer();
        OnAccountEntry stale = next(ada, OnAccountKind.CHARGE, "GBP 1.00");
        post(ada, OnAccountKind.CHARGE, "GBP 5.00", null);

        assertRunAgain(
                stores -> stores.onAccount().post(stale, null),
                stores -> stores.onAccount()
                        .post(
                                stores.onAccount()
                                        .find(ada)
                                        .orElseThrow()
                                        .next(
                                                OnAccountKind.CHARGE,
                                                Money.parse("GBP 1.00"),
                                                origin(Any.any("receipt"))),
                                null));
        assertThat(account(ada).balance()).isEqualTo(Money.parse("GBP 6.00"));
    }

    @Test
    @Requirement("R27")
    void a_key_is_used_once_for_each_kind_whoever_it_is() {
        String key = Any.any("receipt");
        CustomerId ada = customer();
        write(stores -> stores.onAccount().post(first(ada, OnAccountKind.CHARGE, key), null));
        CustomerId eve = customer();

        assertAlwaysLost(stores -> stores.onAccount().post(first(eve, OnAccountKind.CHARGE, key), null));
        write(stores -> stores.onAccount().post(first(eve, OnAccountKind.PAYMENT, key), null));
    }

    @Test
    @Requirement("C25")
    void a_balance_that_is_not_the_sum_of_its_entries_is_found() {
        CustomerId ada = customer();
        post(ada, OnAccountKind.CHARGE, "GBP 12.50", null);
        post(ada, OnAccountKind.PAYMENT, "GBP 2.50", null);
        assertThat(violations()).isEmpty();

        opened().tampering().orElseThrow().put(new CustomerAccount(ada, Money.parse("GBP 9.00"), 2));

        assertThat(violations()).containsExactly(ada.value());
    }

    private List<String> violations() {
        return read(stores -> stores.audit().violations(Invariant.ON_ACCOUNT_AGREES, 10)).stream()
                .map(violation -> violation.subject())
                .toList();
    }

    private CustomerId customer() {
        Customer customer = AnyCustomer.anyCustomer();
        write(stores -> stores.customers().add(customer));
        return customer.id();
    }

    private OnAccountEntry post(CustomerId customer, OnAccountKind kind, String amount, @Nullable String comment) {
        OnAccountEntry entry = next(customer, kind, amount);
        write(stores -> stores.onAccount().post(entry, comment));
        return entry;
    }

    private OnAccountEntry next(CustomerId customer, OnAccountKind kind, String amount) {
        Money money = Money.parse(amount);
        return found(customer)
                .orElseGet(() -> new CustomerAccount(customer, money.minus(money), 0))
                .next(kind, money, origin(Any.any("receipt")));
    }

    private static OnAccountEntry first(CustomerId customer, OnAccountKind kind, String key) {
        return new CustomerAccount(customer, Money.parse("GBP 0.00"), 0)
                .next(kind, Money.parse("GBP 1.00"), origin(key));
    }

    private static OnAccountEntry.Origin origin(String key) {
        return new OnAccountEntry.Origin(
                ExternalKey.of("till-7", key), Actor.till("till-7"), Any.minute(1), Any.minute(2));
    }

    private CustomerAccount account(CustomerId customer) {
        return found(customer).orElseThrow();
    }

    private Optional<CustomerAccount> found(CustomerId customer) {
        return read(stores -> stores.onAccount().find(customer));
    }

    private Optional<OnAccountEntry> underKey(OnAccountKind kind, OnAccountEntry entry) {
        return read(stores -> stores.onAccount().find(kind, entry.origin().key()));
    }

    private List<CommentedEntry> history(CustomerId customer) {
        return page(customer, Page.Request.first(100)).items();
    }

    private Page<CommentedEntry> page(CustomerId customer, Page.Request page) {
        return read(stores -> stores.onAccount().history(customer, page));
    }
}
