package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.customer.PostalAddress;
import org.openmembership.customer.Region;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStore;
import org.openmembership.member.PersonalDetails;
import org.openmembership.member.TermsAcceptance;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;
import org.openmembership.shared.ExternalKey;
import org.openmembership.user.User;

/** What every {@link MemberStore} does with members and their links; {@link MemberSearchContract} and {@link RegistrationContract} have the rest. */
public abstract class MemberStoreContract extends StoreContract {
    @Test
    @Requirement({"A5", "A10", "A11"})
    void an_imported_member_is_read_back_whole() {
        Member member = AnyMember.anyImportedMember(AnyCustomer.anyEmail());

        add(member);

        assertThat(find(member.id())).contains(member);
    }

    @Test
    @Requirement({"A2", "A9", "I13"})
    void a_member_awaiting_verification_is_read_back_whole() {
        User user = AnyMember.anyUser();
        Member member = AnyMember.anyAwaitingMember(user);

        add(user, member);

        assertThat(find(member.id())).contains(member);
    }

    @Test
    @Requirement({"A15", "A17", "I12"})
    void an_active_member_is_read_back_with_its_customers_and_the_primary() {
        Member member = story().member();

        assertThat(find(member.id())).contains(member);
    }

    @Test
    void an_unknown_member_is_not_found() {
        assertThat(find(AnyMember.anyMemberId())).isEmpty();
    }

    @Test
    @Requirement({"A10", "R10"})
    void an_imported_member_becomes_active_with_its_reference_kept() {
        User user = AnyMember.anyUser();
        Customer customer = AnyMember.anyCustomerLike(user);
        Member imported = AnyMember.anyImportedMember(user.email());
        add(imported);
        CustomerLink link = new CustomerLink(customer.id(), Any.minute(9));
        Member active = imported.activated(
                user.id(),
                user.email(),
                AnyMember.anyDetails(),
                AnyMember.anyTerms(),
                customer.id(),
                List.of(link),
                Any.minute(9));

        write(stores -> {
            stores.users().add(user);
            stores.customers().add(customer);
            stores.members().update(active);
            stores.members().link(active.id(), active.links());
        });

        assertThat(find(imported.id())).contains(active);
    }

    @Test
    @Requirement({"R5", "S2"})
    void a_newer_registration_replaces_all_of_an_older_one() {
        User user = AnyMember.anyUser();
        Member first = AnyMember.anyAwaitingMember(user);
        add(user, first);
        PersonalDetails bare = PersonalDetails.of(PersonName.of("Grace", "Hopper"));
        TermsAcceptance terms = new TermsAcceptance("terms-2", Any.minute(30), Actor.SYSTEM, Channel.of("web"));
        Member second = AnyMember.superseded(first, AnyCustomer.anyEmail(), bare, terms);

        update(second);

        assertThat(find(first.id())).contains(second);
    }

    @Test
    @Requirement("A18")
    void an_update_leaves_reference_and_links_alone() {
        Member member = story().member();
        Member changed = new Member(
                member.id(),
                ExternalKey.of("old-system", "another"),
                member.user(),
                AnyCustomer.anyEmail(),
                PersonalDetails.of(PersonName.of("Grace", "Hopper")),
                member.status(),
                List.of(new CustomerLink(primary(member), Any.minute(500))),
                member.primary(),
                member.terms(),
                member.times(),
                member.version() + 1);

        update(changed);

        Member kept = find(member.id()).orElseThrow();
        assertThat(kept.links()).isEqualTo(member.links());
        assertThat(kept.reference()).isNull();
        assertThat(kept.details()).isEqualTo(changed.details());
        assertThat(kept.email()).isEqualTo(changed.email());
    }

    @Test
    void links_come_by_instant_then_customer() {
        Customer late = AnyCustomer.anyCustomer();
        Customer second = with(CustomerId.of("c-2"));
        Customer first = with(CustomerId.of("c-1"));
        Member member = story().member();
        write(stores -> List.of(late, second, first).forEach(stores.customers()::add));

        write(stores -> stores.members()
                .link(
                        member.id(),
                        List.of(
                                new CustomerLink(late.id(), Any.minute(20)),
                                new CustomerLink(second.id(), Any.minute(10)),
                                new CustomerLink(first.id(), Any.minute(10)))));

        assertThat(find(member.id()).orElseThrow().links())
                .extracting(CustomerLink::customer)
                .containsExactly(primary(member), first.id(), second.id(), late.id());
    }

    @Test
    @Requirement({"R4", "I12"})
    void a_customer_belongs_to_one_member() {
        Member owner = story().member();
        Member other = story().member();
        List<CustomerLink> taken = List.of(new CustomerLink(primary(owner), Any.minute(10)));

        assertAlwaysLost(stores -> stores.members().link(other.id(), taken));
    }

    @Test
    @Requirement("R4")
    void a_unit_of_work_whose_customer_was_linked_meanwhile_is_run_again() {
        Member owner = story().member();
        Member other = story().member();
        List<CustomerLink> taken = List.of(new CustomerLink(primary(owner), Any.minute(10)));

        assertRunAgain(
                stores -> stores.members().link(other.id(), taken),
                stores -> assertThat(stores.members().standingOfCustomer(primary(owner)))
                        .isPresent());
    }

    @Test
    void an_update_of_another_version_loses_the_race() {
        User user = AnyMember.anyUser();
        Member first = AnyMember.anyAwaitingMember(user);
        add(user, first);
        update(AnyMember.superseded(first, AnyCustomer.anyEmail(), AnyMember.anyDetails(), AnyMember.anyTerms()));

        assertAlwaysLost(stores -> stores.members()
                .update(AnyMember.superseded(
                        first, AnyCustomer.anyEmail(), AnyMember.anyDetails(), AnyMember.anyTerms())));
    }

    @Test
    @Requirement("I12")
    void a_user_has_one_member() {
        User user = AnyMember.anyUser();
        add(user, AnyMember.anyAwaitingMember(user));

        assertAlwaysLost(stores -> stores.members().add(AnyMember.anyAwaitingMember(user)));
    }

    @Test
    void one_reference_is_given_once() {
        Member first = AnyMember.anyImportedMember(null);
        add(first);
        Member.Times times = new Member.Times(Any.anyInstant(), null, null);
        ExternalKey reference = first.reference();
        assertThat(reference).isNotNull();
        Member second = Member.imported(AnyMember.anyMemberId(), reference, null, first.details(), times);

        assertAlwaysLost(stores -> stores.members().add(second));
    }

    @Test
    void members_are_found_by_the_hosts_references_in_order_of_reference() {
        Member two = imported("2");
        Member one = imported("1");
        add(two);
        add(one);

        List<Member> found = read(stores -> stores.members()
                .withReferences(
                        Set.of(ExternalKey.of("old", "2"), ExternalKey.of("old", "1"), ExternalKey.of("x", "3"))));

        assertThat(found).containsExactly(one, two);
    }

    @Test
    void a_unit_of_work_sees_the_members_it_wrote() {
        User user = AnyMember.anyUser();
        Customer customer = AnyCustomer.anyCustomer();
        Member awaiting = AnyMember.anyAwaitingMember(user);
        Member active = AnyMember.activated(awaiting, customer.id());

        write(stores -> {
            stores.users().add(user);
            stores.customers().add(customer);
            stores.members().add(awaiting);
            assertThat(stores.members().find(awaiting.id())).contains(awaiting);
            stores.members().update(active);
            stores.members().link(active.id(), active.links());
            assertThat(stores.members().find(awaiting.id())).contains(active);
            assertThat(stores.members().standingOfCustomer(customer.id())).isPresent();
        });
    }

    @Test
    @Requirement("B3")
    void every_naughty_string_is_kept_as_it_is_in_every_field_that_takes_it() {
        List<Member> members =
                Naughty.names(40).stream().map(MemberStoreContract::named).toList();

        write(stores -> members.forEach(stores.members()::add));

        for (Member member : members) {
            assertThat(find(member.id())).contains(member);
        }
    }

    private static Member named(String text) {
        PersonalDetails details = new PersonalDetails(
                PersonName.of(text, text),
                List.of(PhoneNumber.unread(text, PhoneType.WORK)),
                LocalDate.of(1850, 1, 1),
                List.of(PostalAddress.in(Region.of("DE")).lines(text, text).build()),
                Particulars.NONE);
        Member.Times times = new Member.Times(Any.anyInstant(), Instant.parse("1901-02-03T04:05:06.000007Z"), null);
        return Member.imported(AnyMember.anyMemberId(), ExternalKey.of(text, text), null, details, times);
    }

    private static Member imported(String reference) {
        Member.Times times = new Member.Times(Any.anyInstant(), null, null);
        ExternalKey key = ExternalKey.of("old", reference);
        return Member.imported(AnyMember.anyMemberId(), key, null, AnyMember.anyDetails(), times);
    }

    private static Customer with(CustomerId id) {
        return Customer.builder(id, AnyCustomer.anyName(), Any.anyInstant()).build();
    }

    private static CustomerId primary(Member member) {
        return member.links().get(0).customer();
    }

    private void add(Member member) {
        write(stores -> stores.members().add(member));
    }

    private void add(User user, Member member) {
        write(stores -> {
            stores.users().add(user);
            stores.members().add(member);
        });
    }

    private void update(Member member) {
        write(stores -> stores.members().update(member));
    }

    private Optional<Member> find(MemberId id) {
        return read(stores -> stores.members().find(id));
    }
}
