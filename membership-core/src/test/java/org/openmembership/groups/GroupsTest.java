package org.openmembership.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentState;
import org.openmembership.consents.ConsentGiven;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.PhoneType;
import org.openmembership.customers.CreationResult.Created;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.directory.ListedCustomer;
import org.openmembership.erasure.ErasureRequestResult.Requested;
import org.openmembership.erasure.ErasureResult.Erased;
import org.openmembership.finding.CustomerSearch;
import org.openmembership.group.CustomerGroup;
import org.openmembership.group.CustomerGroupCode;
import org.openmembership.group.GroupAudience;
import org.openmembership.group.GroupMembership;
import org.openmembership.group.GroupTick;
import org.openmembership.groups.DefinitionResult.Defined;
import org.openmembership.groups.DefinitionResult.OfAnotherKind;
import org.openmembership.groups.GroupChoice.Chosen;
import org.openmembership.groups.GroupChoice.Problem;
import org.openmembership.groups.GroupChoice.Reason;
import org.openmembership.groups.GroupChoice.Refused;
import org.openmembership.groups.GroupChoice.UnknownCustomer;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.outbox.RecordedEvent;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Page;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Groups of customers, on every storage. */
@Requirement({"C9", "C54"})
final class GroupsTest extends ShopTest {
    private static final CustomerGroupCode VIP = CustomerGroupCode.of("vip");
    private static final CustomerGroupCode TEA = CustomerGroupCode.of("tea");
    private static final CustomerGroupCode NEWS = CustomerGroupCode.of("news");
    private static final ConsentGiven WEB = ConsentGiven.at("WEB");
    private static final Page.Request ALL = Page.Request.first(100);

    @BeforeEach
    void define() {
        define(CustomerGroup.segment(VIP, "Vip", GroupAudience.PRIVATE));
        define(CustomerGroup.segment(TEA, "Tea drinkers", GroupAudience.PUBLIC));
        define(CustomerGroup.list(NEWS, "News by text", GroupAudience.PUBLIC, ContactChannel.SMS));
    }

    @Test
    void a_group_is_defined_once_and_may_get_another_name() {
        CustomerGroup again = CustomerGroup.segment(TEA, "Tea drinkers", GroupAudience.PUBLIC);
        assertThat(groups().define(again)).isEqualTo(new Defined(again, false));

        CustomerGroup renamed = CustomerGroup.segment(TEA, "Tea", GroupAudience.PRIVATE);
        assertThat(groups().define(renamed)).isEqualTo(new Defined(again.changed("Tea", GroupAudience.PRIVATE), true));
        assertThat(groups().define(CustomerGroup.list(TEA, "x", GroupAudience.PUBLIC, ContactChannel.POST)))
                .isInstanceOf(OfAnotherKind.class);
        assertThat(groups().all()).extracting(CustomerGroup::code).containsExactly(NEWS, TEA, VIP);
        assertThatThrownBy(() -> clerk().define(renamed)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void every_group_is_a_tick_box_and_all_are_set_in_one_call() {
        CustomerId ada = customer();

        Chosen chosen = (Chosen) clerk().choose(ada, Set.of(VIP, TEA));

        assertThat(chosen.now().all()).extracting(tick -> tick.group().code()).containsExactly(NEWS, TEA, VIP);
        assertThat(ticked(ada)).containsExactly(TEA, VIP);
        GroupMembership vip = chosen.now().all().get(2).membership();
        assertThat(vip).isNotNull();
        assertThat(vip.by()).isEqualTo(Actor.staff("clerk-1"));
        assertThat(vip.since()).isEqualTo(shop.time().instant());
        clerk().choose(ada, Set.of(TEA));
        assertThat(ticked(ada)).containsExactly(TEA);
        assertThat(clerk().choose(CustomerId.of("nobody"), Set.of(TEA))).isEqualTo(new UnknownCustomer());
    }

    @Test
    void a_group_that_is_written_to_needs_the_consent_first() {
        CustomerId ada = customer();
        Set<CustomerGroupCode> wanted = Set.of(NEWS, TEA, CustomerGroupCode.of("zzz"));

        assertThat(clerk().choose(ada, wanted))
                .isEqualTo(new Refused(List.of(
                        new Problem(NEWS, Reason.NO_CONSENT),
                        new Problem(CustomerGroupCode.of("zzz"), Reason.UNKNOWN_GROUP))));
        assertThat(ticked(ada)).isEmpty();
        shop.membership().consents().subscribe(ada, Set.of(ContactChannel.SMS), WEB);
        assertThat(clerk().choose(ada, Set.of(NEWS, TEA))).isInstanceOf(Chosen.class);
        assertThat(members(NEWS)).containsExactly(ada);
    }

    @Test
    @Requirement({"C11", "R14"})
    void unsubscribing_from_all_leaves_every_channel_and_every_group_that_is_written_to() {
        CustomerId ada = customer();
        shop.membership().consents().subscribe(ada, Set.of(ContactChannel.SMS), WEB);
        clerk().choose(ada, Set.of(NEWS, TEA, VIP));

        shop.membership().consents().unsubscribeFromAll(ada, WEB);

        assertThat(ticked(ada)).containsExactly(TEA, VIP);
        assertThat(shop.membership().consents().of(ada).orElseThrow().all())
                .allMatch(consent -> consent.state() == ConsentState.UNSUBSCRIBED);
        assertThat(members(NEWS)).isEmpty();
    }

    @Test
    @Requirement("R14")
    void whoever_loses_the_number_leaves_the_groups_that_wrote_to_it() {
        CustomerId ada = customer();
        shop.membership().consents().subscribe(ada, Set.of(ContactChannel.SMS), WEB);
        clerk().choose(ada, Set.of(NEWS, VIP));

        shop.membership()
                .customers()
                .edit(ada, 1, CustomerForm.builder().name("Ada", "Byron").build());

        assertThat(ticked(ada)).containsExactly(VIP);
    }

    @Test
    void members_choose_among_the_public_groups_only() {
        MemberId id = shop.member();
        Member member = shop.storage().read(stores -> stores.members().find(id)).orElseThrow();
        CustomerId own = member.links().get(0).customer();
        clerk().choose(own, Set.of(VIP));
        Groups hers = shop.membership().as(Actor.member(id.value())).groups();

        assertThat(hers.of(own).orElseThrow().all())
                .extracting(tick -> tick.group().code())
                .containsExactly(NEWS, TEA);
        assertThat(hers.choose(own, Set.of(TEA, VIP)))
                .isEqualTo(new Refused(List.of(new Problem(VIP, Reason.PRIVATE_GROUP))));
        assertThat(hers.choose(own, Set.of(TEA))).isInstanceOf(Chosen.class);
        assertThat(ticked(own)).as("the private one stays").containsExactly(TEA, VIP);
        CustomerId other = customer();
        assertThatThrownBy(() -> hers.choose(other, Set.of())).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() ->
                        shop.membership().as(Actor.till("till-7")).groups().choose(other, Set.of(VIP)))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    @Requirement("C4")
    void lists_are_filtered_by_group() {
        CustomerId ada = customer();
        CustomerId eve = customer();
        customer();
        clerk().choose(ada, Set.of(VIP));
        clerk().choose(eve, Set.of(VIP));

        assertThat(shop.membership()
                        .finding()
                        .customers(CustomerSearch.everybody().inGroup(VIP), ALL)
                        .items())
                .extracting(ListedCustomer::id)
                .containsExactlyInAnyOrder(ada, eve);
        assertThat(shop.membership()
                        .finding()
                        .customers(CustomerSearch.byName("ada").inGroup(TEA), ALL)
                        .items())
                .isEmpty();
    }

    @Test
    @Requirement({"R17", "D30"})
    void whoever_is_erased_is_in_no_list_any_more_and_the_history_says_redacted() {
        CustomerId ada = customer();
        shop.membership().consents().subscribe(ada, Set.of(ContactChannel.SMS), WEB);
        clerk().choose(ada, Set.of(NEWS, VIP));
        Requested asked =
                (Requested) shop.membership().erasures().request(ada, ReasonCode.of("ASKED"), IdentityProof.IN_WRITING);
        shop.time().advance(Duration.ofDays(60));

        assertThat(shop.membership().erasures().execute(asked.erasure().id())).isInstanceOf(Erased.class);

        assertThat(members(NEWS)).isEmpty();
        assertThat(members(VIP)).isEmpty();
        assertThat(shop.membership()
                        .consents()
                        .history(ada, ContactChannel.SMS, ALL)
                        .items())
                .extracting(Consent::state)
                .containsExactly(ConsentState.REDACTED, ConsentState.SUBSCRIBED);
    }

    @Test
    @Requirement({"C54", "R17"})
    void changes_are_told_once_by_ids_alone() {
        CustomerId ada = customer();
        told();

        shop.membership().consents().subscribe(ada, Set.of(ContactChannel.SMS), WEB);
        shop.membership().consents().subscribe(ada, Set.of(ContactChannel.SMS), WEB);
        clerk().choose(ada, Set.of(NEWS));
        clerk().choose(ada, Set.of(NEWS));
        shop.membership().consents().unsubscribe(ada, Set.of(ContactChannel.SMS), WEB);

        assertThat(told())
                .extracting(MembershipEvent::toString)
                .containsExactly(
                        "ConsentChanged[customer=" + ada + ", channel=SMS, state=SUBSCRIBED, cause=GIVEN, version=1]",
                        "GroupJoined[group=news, customer=" + ada + ", version=1]",
                        "ConsentChanged[customer=" + ada
                                + ", channel=SMS, state=UNSUBSCRIBED, cause=WITHDRAWN, version=2]",
                        "GroupLeft[group=news, customer=" + ada + ", version=2]");
    }

    private List<MembershipEvent> told() {
        List<MembershipEvent> told = new ArrayList<>();
        shop.membership()
                .events()
                .tell(500, page -> page.stream().map(RecordedEvent::event).forEach(told::add));
        return told;
    }

    private List<CustomerGroupCode> ticked(CustomerId customer) {
        return groups().of(customer).orElseThrow().all().stream()
                .filter(GroupTick::isTicked)
                .map(tick -> tick.group().code())
                .toList();
    }

    private List<CustomerId> members(CustomerGroupCode code) {
        return groups().members(code, ALL).items().stream()
                .map(GroupMembership::customer)
                .toList();
    }

    private void define(CustomerGroup group) {
        assertThat(groups().define(group)).isEqualTo(new Defined(group, true));
    }

    private Groups groups() {
        return shop.membership().groups();
    }

    private Groups clerk() {
        return shop.membership().as(Actor.staff("clerk-1")).groups();
    }

    private CustomerId customer() {
        CustomerForm form = CustomerForm.builder()
                .name("Ada", "Byron")
                .phones(List.of(RequestedPhone.of("+447700900123", PhoneType.MOBILE)))
                .build();
        return ((Created) shop.membership().customers().create(shop.key(), NewCustomerKind.IN_STORE, form))
                .customer()
                .id();
    }
}
