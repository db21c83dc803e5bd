package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentBasis;
import org.openmembership.consent.ConsentCause;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.directory.DirectoryQuery;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.directory.SearchTerm;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.CustomerTicks;
import org.openmembership.group.GroupAudience;
import org.openmembership.group.GroupMembership;
import org.openmembership.group.GroupStore;
import org.openmembership.group.GroupTick;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;

/** What every {@link GroupStore} does. */
@Requirement({"C9", "C54"})
public abstract class GroupStoreContract extends StoreContract {
    private static final Actor CLERK = Actor.staff("clerk-1");
    private static final CustomerGroup VIP =
            CustomerGroup.segment(CustomerGroupCode.of("vip"), "V\u00edp \ud83d\ude00", GroupAudience.PRIVATE);
    private static final CustomerGroup NEWS =
            CustomerGroup.list(CustomerGroupCode.of("news"), "Newsletter", GroupAudience.PUBLIC, ContactChannel.EMAIL);

    @Test
    void groups_are_read_back_as_they_are_now() {
        add(VIP, NEWS);
        CustomerGroup renamed = VIP.changed("Best", GroupAudience.PUBLIC);

        write(stores -> stores.groups().update(renamed));

        assertThat(all()).containsExactly(NEWS, renamed);
        assertAlwaysLost(stores -> stores.groups().update(renamed));
        assertAlwaysLost(stores -> stores.groups().add(NEWS));
    }

    @Test
    void every_group_is_a_tick_box_for_a_customer() {
        Customer ada = customer();
        assertThat(of(ada).all()).isEmpty();
        add(VIP, NEWS);
        GroupMembership in = GroupMembership.joined(VIP.code(), ada.id(), Any.minute(1), CLERK);
        GroupMembership out = in.turned(Any.minute(2), Actor.SYSTEM);
        GroupMembership again = out.turned(Any.minute(3), CLERK);
        record(in);
        assertThat(of(ada).all()).containsExactly(new GroupTick(NEWS, null), new GroupTick(VIP, in));
        record(out);
        assertThat(of(ada).all().get(1).isTicked()).isFalse();

        record(again, GroupMembership.joined(NEWS.code(), ada.id(), Any.minute(4), CLERK));

        assertThat(of(ada).all()).allMatch(GroupTick::isTicked).contains(new GroupTick(VIP, again));
        assertThat(of(customer()).all()).noneMatch(GroupTick::isTicked);
        assertThat(find(CustomerId.of("nobody"))).isEmpty();
        assertAlwaysLost(stores -> stores.groups().record(List.of(again)));
        assertAlwaysLost(stores -> stores.groups().record(List.of(in)));
    }

    @Test
    void those_in_a_group_come_by_customer_in_pages() {
        add(VIP, NEWS);
        List<CustomerId> expected = members(VIP, 5);
        record(GroupMembership.joined(NEWS.code(), customer().id(), Any.minute(1), CLERK));

        Page<GroupMembership> first = read(stores -> stores.groups().members(VIP, Page.Request.first(3)));
        Page.Cursor next = first.nextCursor().orElseThrow();
        Page<GroupMembership> second = read(stores -> stores.groups().members(VIP, Page.Request.after(next, 3)));

        assertThat(first.items()).extracting(GroupMembership::customer).isEqualTo(expected.subList(0, 3));
        assertThat(second.items()).extracting(GroupMembership::customer).isEqualTo(expected.subList(3, 5));
        assertThat(second.next()).isNull();
    }

    @Test
    @Requirement({"R14", "C10"})
    void of_a_group_that_is_a_channel_only_those_count_whose_consent_stands() {
        add(NEWS);
        List<CustomerId> all = members(NEWS, 3);
        write(stores -> {
            stores.consents().record(given(all.get(0), ContactChannel.EMAIL, true));
            stores.consents().record(given(all.get(1), ContactChannel.EMAIL, false));
            stores.consents().record(given(all.get(2), ContactChannel.SMS, true));
        });

        assertThat(read(stores -> stores.groups().members(NEWS, Page.Request.first(9)))
                        .items())
                .extracting(GroupMembership::customer)
                .containsExactly(all.get(0));
    }

    @Test
    @Requirement("C4")
    void lists_are_filtered_by_group() {
        add(VIP);
        List<CustomerId> inGroup = members(VIP, 4);
        customer();

        Page<ListedCustomer> first = list(new SearchTerm.Everybody(), Page.Request.first(2));
        Page<ListedCustomer> second = list(
                new SearchTerm.Everybody(),
                Page.Request.after(first.nextCursor().orElseThrow(), 2));
        List<ListedCustomer> named = list(new SearchTerm.NameWords(List.of("ada")), Page.Request.first(9))
                .items();

        assertThat(first.items()).extracting(ListedCustomer::id).isEqualTo(inGroup.subList(0, 2));
        assertThat(second.items()).extracting(ListedCustomer::id).isEqualTo(inGroup.subList(2, 4));
        assertThat(second.next()).isNull();
        assertThat(named).extracting(ListedCustomer::id).containsExactlyInAnyOrderElementsOf(inGroup);
    }

    private Page<ListedCustomer> list(SearchTerm term, Page.Request page) {
        DirectoryQuery query = new DirectoryQuery(term, DirectoryQuery.Standing.ANY, false, null, null, VIP.code());
        return read(stores -> stores.directory().list(query, page));
    }

    /** So many customers in a group, and one who was, in order of id. */
    private List<CustomerId> members(CustomerGroup group, int count) {
        List<CustomerId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(customer().id());
        }
        ids.sort(null);
        for (CustomerId id : ids) {
            record(GroupMembership.joined(group.code(), id, Any.minute(1), CLERK));
        }
        GroupMembership gone = GroupMembership.joined(group.code(), customer().id(), Any.minute(1), CLERK);
        record(gone);
        record(gone.turned(Any.minute(2), CLERK));
        return ids;
    }

    private static Consent given(CustomerId customer, ContactChannel channel, boolean confirmed) {
        return Consent.none(customer, channel)
                .given(confirmed, ConsentBasis.because(ConsentCause.GIVEN, Any.minute(1), CLERK))
                .orElseThrow();
    }

    private Customer customer() {
        Customer customer = AnyCustomer.anyCustomer();
        write(stores -> stores.customers().add(customer));
        return customer;
    }

    private CustomerTicks of(Customer customer) {
        return find(customer.id()).orElseThrow();
    }

    private Optional<CustomerTicks> find(CustomerId customer) {
        return read(stores -> stores.groups().of(customer));
    }

    private List<CustomerGroup> all() {
        return read(stores -> stores.groups().all());
    }

    private void add(CustomerGroup... groups) {
        write(stores -> List.of(groups).forEach(stores.groups()::add));
    }

    private void record(GroupMembership... memberships) {
        write(stores -> stores.groups().record(List.of(memberships)));
    }
}
