package org.openmembership.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.MemberAccount;
import org.openmembership.club.Club;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStanding;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.CustomerType;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PostalAddress;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.DirectoryStore;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.directory.SearchTerm;
import org.openmembership.onaccount.CustomerAccount;
import org.openmembership.onaccount.OnAccountEntry;
import org.openmembership.onaccount.OnAccountKind;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.user.User;

/** How every {@link DirectoryStore} narrows a list, and what its lines show. */
public abstract class DirectoryFilterContract extends StoreContract {
    @Test
    @Requirement({"C3", "C4", "C45"})
    void lists_are_filtered_by_type_status_and_activity() {
        Customer trade = standing(new CustomerStanding(CustomerType.TRADE, CustomerStatus.IN_STORE, true));
        Customer guest = standing(new CustomerStanding(CustomerType.RETAIL, CustomerStatus.GUEST, true));
        Customer pending = standing(CustomerStanding.applicant());
        add(trade, guest, pending);

        assertThat(standing(CustomerType.TRADE, null, null)).containsExactlyInAnyOrder(trade.id(), pending.id());
        assertThat(standing(null, CustomerStatus.GUEST, null)).containsExactly(guest.id());
        assertThat(standing(null, null, false)).containsExactly(pending.id());
        assertThat(standing(CustomerType.TRADE, CustomerStatus.IN_STORE, true)).containsExactly(trade.id());
        DirectoryQuery filtered = new DirectoryQuery(
                new SearchTerm.NameWords(List.of("ada")),
                new DirectoryQuery.Standing(CustomerType.RETAIL, null, null),
                false,
                null,
                null,
                null);
        assertThat(ids(filtered)).containsExactly(guest.id());
    }

    @Test
    @Requirement("B36")
    void lists_are_filtered_by_club_and_scheme() {
        User user = AnyMember.anyUser().verified(AnyMember.provenAt());
        Customer customer = AnyMember.anyCustomerLike(user);
        Club club = story().club();
        MemberAccount account = story().account(club, story().member(user, customer));
        add(named("No", "Member"));

        assertThat(ids(new DirectoryQuery(
                        new SearchTerm.Everybody(),
                        DirectoryQuery.Standing.ANY,
                        false,
                        club.id(),
                        account.scheme(),
                        null)))
                .containsExactly(customer.id());
        assertThat(ids(new DirectoryQuery(
                        new SearchTerm.Everybody(), DirectoryQuery.Standing.ANY, false, club.id(), null, null)))
                .containsExactly(customer.id());
        assertThat(ids(new DirectoryQuery(
                        new SearchTerm.Everybody(),
                        DirectoryQuery.Standing.ANY,
                        false,
                        story().club().id(),
                        null,
                        null)))
                .isEmpty();
    }

    @Test
    @Requirement({"C4", "C25"})
    void lists_are_filtered_by_balance() {
        Customer owing = named("Ada", "Owing");
        Customer credit = named("Ada", "Credit");
        Customer settled = named("Ada", "Settled");
        add(owing, credit, settled, named("Ada", "Never"));
        post(owing, OnAccountKind.CHARGE, "GBP 5.00");
        post(credit, OnAccountKind.PAYMENT, "GBP 5.00");
        post(settled, OnAccountKind.CHARGE, "GBP 5.00");
        post(settled, OnAccountKind.PAYMENT, "GBP 5.00");

        for (SearchTerm term : List.of(new SearchTerm.Everybody(), new SearchTerm.NameWords(List.of("ada")))) {
            DirectoryQuery query = new DirectoryQuery(term, DirectoryQuery.Standing.ANY, true, null, null, null);
            List<ListedCustomer> found = list(query, Page.Request.first(10)).items();
            assertThat(found).extracting(ListedCustomer::id).containsExactlyInAnyOrder(credit.id(), owing.id());
            assertThat(found)
                    .extracting(ListedCustomer::balance)
                    .containsExactlyInAnyOrder(Money.parse("GBP -5.00"), Money.parse("GBP 5.00"));
        }
    }

    private void post(Customer customer, OnAccountKind kind, String amount) {
        Money money = Money.parse(amount);
        OnAccountEntry.Origin origin = new OnAccountEntry.Origin(
                ExternalKey.of("till", Any.any("receipt")), Actor.SYSTEM, Any.anyInstant(), Any.anyInstant());
        write(stores -> {
            CustomerAccount account = stores.onAccount()
                    .find(customer.id())
                    .orElse(new CustomerAccount(customer.id(), money.minus(money), 0));
            stores.onAccount().post(account.next(kind, money, origin), null);
        });
    }

    @Test
    @Requirement("C3")
    void a_line_shows_what_a_clerk_tells_customers_apart_by() {
        Customer full = AnyCustomer.anyFullCustomer();
        add(full);

        ListedCustomer line = list(
                        DirectoryQuery.of(new SearchTerm.Account(requireNonNull(full.accountCode()))),
                        Page.Request.first(10))
                .items()
                .get(0);

        PostalAddress primary = full.primaryAddress().orElseThrow();
        assertThat(line)
                .isEqualTo(new ListedCustomer(
                        full.id(),
                        full.name(),
                        new ListedCustomer.Contact(
                                full.profile().company().name(),
                                full.email(),
                                full.phones().get(0).typed(),
                                primary.town(),
                                primary.postcode()),
                        full.standing(),
                        full.accountCode(),
                        null,
                        null));
    }

    private List<CustomerId> standing(
            @Nullable CustomerType type, @Nullable CustomerStatus status, @Nullable Boolean active) {
        return ids(new DirectoryQuery(
                new SearchTerm.Everybody(),
                new DirectoryQuery.Standing(type, status, active),
                false,
                null,
                null,
                null));
    }

    private List<CustomerId> ids(DirectoryQuery query) {
        return list(query, Page.Request.first(100)).items().stream()
                .map(ListedCustomer::id)
                .toList();
    }

    private Page<ListedCustomer> list(DirectoryQuery query, Page.Request page) {
        return read(stores -> stores.directory().list(query, page));
    }

    private void add(Customer... customers) {
        write(stores -> List.of(customers).forEach(stores.customers()::add));
    }

    private static Customer named(String first, String last) {
        return AnyCustomer.builder().name(PersonName.of(first, last)).build();
    }

    private static Customer standing(CustomerStanding standing) {
        return AnyCustomer.builder().standing(standing).build();
    }
}
