package org.openmembership.earning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.card.CardNumber;
import org.openmembership.club.EventRule;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.PhoneType;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult;
import org.openmembership.earning.ReferralResult.Reason;
import org.openmembership.earning.ReferralResult.Referred;
import org.openmembership.earning.ReferralResult.Refused;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Points;
import org.openmembership.step.SamePerson;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Who brings somebody must be somebody else. */
@Requirement("R56")
class SelfReferralTest extends ShopTest {
    private int people;

    @BeforeEach
    void bringing_somebody_is_rewarded() {
        shop.publish(club -> club.events(EventRule.of("brings", EventRule.REFERRAL, 100)));
    }

    @Test
    void a_phone_number_in_common_is_refused_however_it_was_typed() {
        AccountId one = account(phone("+44 20 7946 0018"), null);
        AccountId other = account(phone("+44 (20) 79460018"), null);

        assertThat(refer(one, other)).isEqualTo(new Refused(Reason.SAME_PHONE));
        assertThat(shop.available(one)).isEqualTo(Points.ZERO);
    }

    @Test
    void an_address_in_common_is_refused_however_it_is_spelt() {
        AccountId one = account(null, address("12 St. John's Road", "SW1Y 4JH"));
        AccountId other = account(null, address("12 ST JOHNS ROAD", "sw1y4jh"));

        assertThat(refer(one, other)).isEqualTo(new Refused(Reason.SAME_ADDRESS));
    }

    @Test
    void a_mailbox_in_common_is_refused_where_a_clerk_has_written_it_into_a_record() {
        AccountId one = account(null, null);
        AccountId other = account(null, null);
        write("PERSON.1@example.org", other);

        assertThat(refer(one, other)).isEqualTo(new Refused(Reason.SAME_EMAIL));
        assertThat(refer(other, one)).isEqualTo(new Refused(Reason.SAME_EMAIL));
        assertThat(shop.available(one)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R16")
    void who_was_merged_away_is_the_person_they_were_merged_into_and_their_account_is_not_brought() {
        AccountId one = account(null, null);
        AccountId other = account(null, null);
        MemberId stays = main(one).id();
        MemberId away = main(other).id();
        merge(stays, away);

        SamePerson.Side survivor = new SamePerson.Side(stays, List.of());
        SamePerson.Side former = new SamePerson.Side(away, List.of());
        SamePerson.Side stranger = new SamePerson.Side(shop.member(), List.of());
        assertThat(same(survivor, former)).contains(SamePerson.Trait.PERSON);
        assertThat(same(former, survivor)).contains(SamePerson.Trait.PERSON);
        assertThat(same(former, stranger)).isEmpty();
        assertThat(refer(one, other)).isEqualTo(new Refused(Reason.CLOSED));
    }

    @Test
    void others_are_brought_after_a_refusal() {
        AccountId one = account(phone("+44 20 7946 0018"), address("12 High Street", "SW1Y 4JH"));
        AccountId same = account(phone("+44 20 7946 0018"), null);
        AccountId other = account(phone("+44 20 7946 0019"), address("13 High Street", "SW1Y 4JH"));

        assertThat(refer(one, same)).isEqualTo(new Refused(Reason.SAME_PHONE));
        assertThat(refer(other, same)).isInstanceOf(Referred.class);
        assertThat(refer(one, other)).isInstanceOf(Referred.class);
        assertThat(shop.available(one)).isEqualTo(Points.of(100));
    }

    @Test
    void who_carried_a_card_of_the_account_is_not_brought_by_it() {
        AccountId family = shop.account();
        MemberId child = shop.member();
        shop.membership().sharing().become(family, AccountType.FAMILY);
        shop.membership().sharing().join(family, child);
        shop.membership().cards().assign(CardNumber.of("FAMILY-1"), family, child);
        shop.membership().sharing().leave(family, child);

        assertThat(refer(family, shop.account(child, Shop.CLUB))).isEqualTo(new Refused(Reason.SAME_CARD));
        assertThat(refer(family, shop.account())).isInstanceOf(Referred.class);
    }

    private ReferralResult refer(AccountId referrer, AccountId referred) {
        return shop.membership().earning().refer(referrer, referred);
    }

    private Optional<SamePerson.Trait> same(SamePerson.Side one, SamePerson.Side other) {
        return shop.storage().read(stores -> SamePerson.of(one, other, stores));
    }

    private Member main(AccountId account) {
        MemberId main = Objects.requireNonNull(shop.row(account).owner().mainMember());
        return member(main);
    }

    private Member member(MemberId id) {
        return shop.storage().read(stores -> stores.members().find(id)).orElseThrow();
    }

    private CustomerId customer(Member member) {
        return Objects.requireNonNull(member.primary());
    }

    /** A clerk changes the email of the customer of an account. */
    private void write(String email, AccountId account) {
        Customer customer =
                shop.membership().customers().find(customer(main(account))).orElseThrow();
        CustomerForm form = CustomerForm.from(customer).email(email).build();
        assertThat(shop.membership().customers().edit(customer.id(), customer.version(), form))
                .isInstanceOf(EditResult.Edited.class);
    }

    private void merge(MemberId stays, MemberId away) {
        shop.membership().merging().agree(stays, away);
        shop.membership().merging().agree(away, stays);
        Member survivor = member(stays);
        MergeRequest request = MergeRequest.of(customer(survivor), List.of(customer(member(away))), shop.key());
        assertThat(shop.membership().merging().merge(request.keeping(Objects.requireNonNull(survivor.user()))))
                .isInstanceOf(MergeResult.Merged.class);
    }

    private AccountId account(@Nullable RequestedPhone phone, @Nullable RequestedAddress address) {
        people++;
        Registrant.Builder registrant = Registrant.builder()
                .name("Ada", "Byron")
                .email("person." + people + "@example.org")
                .acceptTerms("terms-1");
        if (phone != null) {
            registrant.phones(phone);
        }
        if (address != null) {
            registrant.addresses(address);
        }
        RegistrationResult result = shop.membership().registration().register(registrant.build());
        return shop.account(((RegistrationResult.Registered) result).member(), Shop.CLUB);
    }

    private static RequestedPhone phone(String typed) {
        return new RequestedPhone(typed, PhoneType.MOBILE);
    }

    private static RequestedAddress address(String line, String postcode) {
        return RequestedAddress.in("GB")
                .lines(line, null)
                .town("London")
                .postcode(postcode)
                .build();
    }
}
