package org.openmembership.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentState;
import org.openmembership.consents.ConsentGiven;
import org.openmembership.consents.Subscriber;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.PhoneType;
import org.openmembership.customers.CustomerForm;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.GroupAudience;
import org.openmembership.group.GroupMembership;
import org.openmembership.group.GroupTick;
import org.openmembership.groups.GroupChoice.Chosen;
import org.openmembership.merge.Merge;
import org.openmembership.merge.MergeMove;
import org.openmembership.merge.MergeMove.Kind;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.merging.UnmergeResult.Unmerged;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Page;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Consents and groups of customers who become one, on every storage. */
@Requirement({"R14", "R16", "C9"})
final class ConsentMergeTest extends ShopTest {
    private static final CustomerGroup VIP =
            CustomerGroup.segment(CustomerGroupCode.of("vip"), "Vip", GroupAudience.PRIVATE);
    private static final CustomerGroup NEWS =
            CustomerGroup.list(CustomerGroupCode.of("news"), "News", GroupAudience.PUBLIC, ContactChannel.SMS);
    private static final Page.Request ALL = Page.Request.first(100);

    @BeforeEach
    void define() {
        shop.membership().groups().define(VIP);
        shop.membership().groups().define(NEWS);
    }

    @Test
    void the_survivor_has_the_more_restrictive_state_and_leaves_the_lists_that_need_more() {
        CustomerId ada = subscribed("+447700900123", NEWS);
        CustomerId eve = customer("+447700900124");
        shop.membership().consents().unsubscribe(eve, Set.of(ContactChannel.SMS), ConsentGiven.at("WEB"));

        merge(ada, eve);

        assertThat(state(ada)).isEqualTo(ConsentState.UNSUBSCRIBED);
        assertThat(members(NEWS)).isEmpty();
    }

    @Test
    void the_survivor_is_in_the_groups_of_both_and_nobody_is_written_to_by_what_was_merged_away() {
        CustomerId ada = subscribed("+447700900123");
        CustomerId eve = subscribed("+447700900124", VIP, NEWS);

        Merge merge = merge(ada, eve);

        assertThat(state(ada)).isEqualTo(ConsentState.SUBSCRIBED);
        assertThat(members(VIP)).containsExactly(ada);
        assertThat(members(NEWS)).containsExactly(ada);
        assertThat(shop.membership()
                        .consents()
                        .subscribers(ContactChannel.SMS, ALL)
                        .items())
                .extracting(Subscriber::customer)
                .containsExactly(ada);
        assertThat(merge.of(Kind.GROUP))
                .containsExactly(
                        new MergeMove(Kind.GROUP, "news", eve.value(), ada.value()),
                        new MergeMove(Kind.GROUP, "vip", eve.value(), ada.value()));
    }

    @Test
    void a_yes_of_the_other_is_none_of_a_survivor_who_said_nothing() {
        CustomerId ada = customer("+447700900123");
        CustomerId eve = subscribed("+447700900124", VIP, NEWS);

        merge(ada, eve);

        assertThat(state(ada)).isEqualTo(ConsentState.NOT_SUBSCRIBED);
        assertThat(members(VIP)).containsExactly(ada);
        assertThat(members(NEWS)).isEmpty();
    }

    @Test
    void whoever_comes_with_an_old_id_speaks_for_the_survivor() {
        CustomerId ada = subscribed("+447700900123");
        CustomerId eve = subscribed("+447700900124", NEWS);
        merge(ada, eve);

        shop.membership().groups().choose(eve, Set.of(VIP.code()));
        shop.membership().consents().unsubscribe(eve, Set.of(ContactChannel.SMS), ConsentGiven.at("WEB"));

        assertThat(state(ada)).isEqualTo(ConsentState.UNSUBSCRIBED);
        assertThat(state(eve)).isEqualTo(ConsentState.UNSUBSCRIBED);
        assertThat(members(VIP)).containsExactly(ada);
        assertThat(shop.membership().groups().of(eve).orElseThrow().all())
                .filteredOn(GroupTick::isTicked)
                .extracting(tick -> tick.group().code())
                .containsExactly(VIP.code());
    }

    @Test
    void undoing_gives_consents_and_groups_back() {
        CustomerId ada = subscribed("+447700900123", NEWS);
        CustomerId eve = customer("+447700900124");
        shop.membership().groups().choose(eve, Set.of(VIP.code()));
        CustomerId zoe = subscribed("+447700900125", NEWS);
        Merge merge = merge(ada, eve, zoe);
        assertThat(state(ada)).isEqualTo(ConsentState.NOT_SUBSCRIBED);

        assertThat(unmerge(merge)).isInstanceOf(Unmerged.class);

        assertThat(state(ada)).isEqualTo(ConsentState.SUBSCRIBED);
        assertThat(state(eve)).isEqualTo(ConsentState.NOT_SUBSCRIBED);
        assertThat(state(zoe)).isEqualTo(ConsentState.SUBSCRIBED);
        assertThat(members(NEWS)).containsExactlyInAnyOrder(ada, zoe);
        assertThat(members(VIP)).containsExactly(eve);
    }

    @Test
    void undoing_takes_back_nothing_that_was_said_since_and_gives_no_consent_for_another_number() {
        CustomerId ada = subscribed("+447700900123");
        CustomerId eve = subscribed("+447700900124");
        CustomerId zoe = unreachable();
        CustomerId amy = subscribed("+447700900126");
        Merge first = merge(ada, eve);
        shop.membership().consents().unsubscribe(ada, Set.of(ContactChannel.SMS), ConsentGiven.at("WEB"));
        Merge second = merge(amy, zoe);
        Customer before = new Desk(shop).read(amy);
        CustomerForm moved =
                CustomerForm.from(before).phones(phone("+447700900999")).build();
        shop.membership().customers().edit(amy, before.version(), moved);

        assertThat(unmerge(first)).isInstanceOf(Unmerged.class);
        assertThat(unmerge(second)).isInstanceOf(Unmerged.class);

        assertThat(state(ada)).isEqualTo(ConsentState.UNSUBSCRIBED);
        assertThat(state(eve)).isEqualTo(ConsentState.SUBSCRIBED);
        assertThat(consent(amy).state().isConsent()).isFalse();
    }

    @Test
    void while_others_are_merged_into_the_survivor_it_stays_as_restricted() {
        CustomerId ada = subscribed("+447700900123");
        CustomerId eve = unreachable();
        CustomerId zoe = unreachable();
        Merge first = merge(ada, eve);
        Merge second = merge(ada, zoe);

        assertThat(unmerge(first)).isInstanceOf(Unmerged.class);

        assertThat(state(ada)).isEqualTo(ConsentState.NOT_SUBSCRIBED);
        assertThat(unmerge(second)).isInstanceOf(Unmerged.class);
    }

    private Merge merge(CustomerId survivor, CustomerId... others) {
        return ((Merged) new Desk(shop).merge(survivor, others)).merge();
    }

    private UnmergeResult unmerge(Merge merge) {
        return shop.membership().merging().unmerge(merge.id());
    }

    private CustomerId customer(String number) {
        return new Desk(shop)
                .customer(CustomerForm.builder().name("Ada", "Byron").phones(phone(number)));
    }

    private CustomerId unreachable() {
        return new Desk(shop).customer("Ada", "Byron");
    }

    private CustomerId subscribed(String number, CustomerGroup... groups) {
        CustomerId customer = customer(number);
        shop.membership().consents().subscribe(customer, Set.of(ContactChannel.SMS), ConsentGiven.at("WEB"));
        Set<CustomerGroupCode> codes =
                Set.copyOf(List.of(groups).stream().map(CustomerGroup::code).toList());
        assertThat(shop.membership().groups().choose(customer, codes)).isInstanceOf(Chosen.class);
        return customer;
    }

    private static List<RequestedPhone> phone(String number) {
        return List.of(RequestedPhone.of(number, PhoneType.MOBILE));
    }

    private Consent consent(CustomerId customer) {
        return shop.membership().consents().of(customer).orElseThrow().by(ContactChannel.SMS);
    }

    private ConsentState state(CustomerId customer) {
        return consent(customer).state();
    }

    private List<CustomerId> members(CustomerGroup group) {
        return shop.storage().read(stores -> stores.groups().members(group, ALL)).items().stream()
                .map(GroupMembership::customer)
                .toList();
    }
}
