package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.Particulars;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.member.MemberStanding;
import org.openmembership.member.MemberStatus;
import org.openmembership.member.MemberStore;
import org.openmembership.member.PersonalDetails;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Block;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.ReasonCode;
import org.openmembership.user.User;
import org.openmembership.user.Username;

/** How every {@link MemberStore} finds members; {@link AddressHolderContract} has who stands behind an address. */
public abstract class MemberSearchContract extends StoreContract {
    private final EmailAddress email = AnyCustomer.anyEmail();

    @Test
    @Requirement({"R54", "B37"})
    void a_block_is_kept_beside_the_member_and_every_standing_says_so() {
        User user = AnyMember.anyUser().verified(AnyMember.provenAt());
        Member member = story().member(user, AnyMember.anyCustomerLike(user));
        Block block = new Block(ReasonCode.of("ABUSE"), Actor.staff("clerk-1"), Any.minute(4));
        Set<MemberId> asked = Set.of(member.id(), story().member().id());

        write(stores -> stores.members().block(member.id(), block));

        assertThat(blocks(asked)).isEqualTo(Map.of(member.id(), block));
        Optional<MemberStanding> blocked = read(stores -> stores.members().standing(member.id()));
        assertThat(blocked).map(MemberStanding::blocked).contains(true);
        Optional<Member> unchanged = read(stores -> stores.members().find(member.id()));
        assertThat(unchanged).contains(member);

        write(stores -> stores.members().block(member.id(), null));

        assertThat(blocks(asked)).isEmpty();
        Optional<MemberStanding> free = read(stores -> stores.members().standingWithUsername(user.username()));
        assertThat(free).map(MemberStanding::blocked).contains(false);
    }

    private Map<MemberId, Block> blocks(Set<MemberId> asked) {
        return read(stores -> stores.members().blocks(asked));
    }

    @Test
    void a_member_is_found_by_id_username_and_customer() {
        User user = AnyMember.anyUser(email);
        Customer customer =
                AnyCustomer.builder().reference(AnyPurchase.anyReceipt()).build();
        Member member = story().member(user, customer);
        MemberStanding standing = new MemberStanding(member.id(), MemberStatus.ACTIVE, user.id(), false);

        assertThat(standing(member.id())).contains(standing);
        assertThat(withUsername(user.username())).contains(standing);
        assertThat(ofCustomer(customer.id())).contains(standing);
        assertThat(ofCustomer(reference(customer))).contains(standing);
    }

    @Test
    void nobody_is_found_by_what_is_unknown() {
        Customer single =
                AnyCustomer.builder().reference(AnyPurchase.anyReceipt()).build();
        User user = AnyMember.anyUser();
        write(stores -> {
            stores.customers().add(single);
            stores.users().add(user);
        });

        assertThat(standing(AnyMember.anyMemberId())).isEmpty();
        assertThat(withUsername(user.username())).isEmpty();
        assertThat(withUsername(new Username("nobody"))).isEmpty();
        assertThat(ofCustomer(single.id())).isEmpty();
        assertThat(ofCustomer(reference(single))).isEmpty();
        assertThat(ofCustomer(AnyPurchase.anyReceipt())).isEmpty();
    }

    @Test
    void an_imported_member_stands_without_a_user() {
        Member imported = AnyMember.anyImportedMember(email);
        write(stores -> stores.members().add(imported));

        assertThat(standing(imported.id()))
                .contains(new MemberStanding(imported.id(), MemberStatus.IMPORTED, null, false));
    }

    @Test
    void members_with_an_email_come_the_active_ones_first_then_by_id() {
        Member first = AnyMember.anyImportedMember(email);
        Member second = AnyMember.anyImportedMember(email);
        write(stores -> List.of(second, first).forEach(stores.members()::add));
        Member active = story().member(AnyMember.anyUser(email), AnyCustomer.anyCustomer());
        story().member();

        assertThat(withEmail(email))
                .extracting(MemberStanding::member)
                .containsExactly(active.id(), least(first, second), most(first, second));
    }

    @Test
    void an_email_that_was_given_up_finds_its_member_no_more() {
        User user = AnyMember.anyUser(email);
        Member member = AnyMember.anyAwaitingMember(user);
        EmailAddress newer = AnyCustomer.anyEmail();
        write(stores -> {
            stores.users().add(user);
            stores.members().add(member);
        });

        write(stores ->
                stores.members().update(AnyMember.superseded(member, newer, member.details(), AnyMember.anyTerms())));

        assertThat(withEmail(email)).isEmpty();
        assertThat(withEmail(newer)).extracting(MemberStanding::member).containsExactly(member.id());
    }

    @Test
    void members_with_a_phone_come_the_active_ones_first_then_by_id_up_to_the_limit() {
        E164 phone = E164.of("+49301" + (1_000_000 + Any.anyNumber()));
        Member first = imported(phone);
        Member second = imported(phone);
        write(stores -> List.of(second, first).forEach(stores.members()::add));
        Member active = activeWith(phone);

        assertThat(withPhone(phone, 10)).containsExactly(active.id(), least(first, second), most(first, second));
        assertThat(withPhone(phone, 2)).containsExactly(active.id(), least(first, second));
        assertThat(withPhone(E164.of("+4999999"), 10)).isEmpty();
    }

    @Test
    void a_phone_that_was_given_up_finds_its_member_no_more() {
        E164 phone = E164.of("+49302" + (1_000_000 + Any.anyNumber()));
        Member active = activeWith(phone);
        EmailAddress address = AnyCustomer.anyEmail();
        PersonalDetails without = PersonalDetails.of(AnyCustomer.anyName());
        Member changed = new Member(
                active.id(),
                active.reference(),
                active.user(),
                address,
                without,
                active.status(),
                active.links(),
                active.primary(),
                active.terms(),
                active.times(),
                active.version() + 1);

        write(stores -> stores.members().update(changed));

        assertThat(withPhone(phone, 10)).isEmpty();
    }

    private static Member imported(E164 phone) {
        Member.Times times = new Member.Times(Any.anyInstant(), null, null);
        return Member.imported(AnyMember.anyMemberId(), AnyPurchase.anyReceipt(), null, detailsWith(phone), times);
    }

    private Member activeWith(E164 phone) {
        User user = AnyMember.anyUser();
        Customer customer = AnyCustomer.anyCustomer();
        Member awaiting = Member.awaiting(
                AnyMember.anyMemberId(), user.id(), user.email(), detailsWith(phone), AnyMember.anyTerms());
        Member active = AnyMember.activated(awaiting, customer.id());
        write(stores -> {
            stores.users().add(user);
            stores.customers().add(customer);
            stores.members().add(active);
        });
        return active;
    }

    private static PersonalDetails detailsWith(E164 phone) {
        PhoneNumber other = PhoneNumber.unread("none", PhoneType.HOME);
        PhoneNumber number = new PhoneNumber("as typed", phone, PhoneType.MOBILE);
        return new PersonalDetails(AnyCustomer.anyName(), List.of(other, number), null, List.of(), Particulars.NONE);
    }

    private static ExternalKey reference(Customer customer) {
        ExternalKey reference = customer.reference();
        if (reference == null) {
            throw new IllegalArgumentException(customer + " has no reference");
        }
        return reference;
    }

    private static MemberId least(Member one, Member other) {
        return one.id().compareTo(other.id()) < 0 ? one.id() : other.id();
    }

    private static MemberId most(Member one, Member other) {
        return one.id().compareTo(other.id()) < 0 ? other.id() : one.id();
    }

    private Optional<MemberStanding> standing(MemberId id) {
        return read(stores -> stores.members().standing(id));
    }

    private Optional<MemberStanding> withUsername(Username username) {
        return read(stores -> stores.members().standingWithUsername(username));
    }

    private Optional<MemberStanding> ofCustomer(CustomerId id) {
        return read(stores -> stores.members().standingOfCustomer(id));
    }

    private Optional<MemberStanding> ofCustomer(ExternalKey reference) {
        return read(stores -> stores.members().standingOfCustomer(reference));
    }

    private List<MemberStanding> withEmail(EmailAddress address) {
        return read(stores -> stores.members().standingsWithEmail(address.key()));
    }

    private List<MemberId> withPhone(E164 phone, int limit) {
        return read(stores -> stores.members().standingsWithPhone(phone, limit).stream()
                .map(MemberStanding::member)
                .toList());
    }
}
