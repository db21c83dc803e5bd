package org.openmembership.envoys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.Feature;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.PhoneType;
import org.openmembership.customers.CreationResult;
import org.openmembership.customers.CustomerForm;
import org.openmembership.customers.EditResult;
import org.openmembership.customers.NewCustomerKind;
import org.openmembership.envoy.InviteCode;
import org.openmembership.envoy.NotRecruited;
import org.openmembership.envoy.Recruit;
import org.openmembership.member.MemberId;
import org.openmembership.registration.Mailbox;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationPolicy;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.registration.RegistrationResult.AwaitingVerification;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Page;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Registering with the code of an envoy, on every storage. */
@Requirement("A52")
final class RecruitingTest extends ShopTest {
    private static final Page.Request ALL = Page.Request.first(10);

    @Test
    @Requirement("A31")
    void whoever_registers_with_the_code_is_the_envoys_recruit() {
        MemberId ada = envoy();
        MemberId other = envoy();

        MemberId bob = register(code(ada), registrant("bob"));

        Recruit recruit = new Recruit(
                bob, ada, shop.time().instant(), shop.time().instant().plus(Duration.ofDays(365)), null);
        assertThat(envoys().recruits(ada, ALL).items()).containsExactly(recruit);
        assertThat(envoys().recruits(other, ALL).items()).isEmpty();
        assertThat(envoys().tab(bob)).contains(new EnvoyTab(null, recruit));
        assertThat(hers(ada).recruits(ada, ALL).items()).containsExactly(recruit);
        assertThat(hers(bob).tab(bob)).contains(new EnvoyTab(null, recruit));
    }

    @Test
    @Requirement("R5")
    void nobody_is_tied_before_the_address_is_proven() {
        MemberId ada = envoy();
        Mailbox mailbox = new Mailbox();
        Membership proving = shop.over(shop.storage(), "proving-")
                .registration(RegistrationPolicy.DEFAULT)
                .notifier(mailbox)
                .open();

        AwaitingVerification awaiting = (AwaitingVerification) proving.registration()
                .register(registrant("bob").invitedBy(code(ada).value()).build());

        assertThat(envoys().recruits(ada, ALL).items()).isEmpty();
        Verified verified = (Verified) proving.registration().verify(awaiting.registration(), mailbox.code());
        assertThat(envoys().recruits(ada, ALL).items())
                .extracting(Recruit::member)
                .containsExactly(verified.member());
    }

    @Test
    @Requirement("R56")
    void nobody_recruits_themselves_which_the_shop_sees_and_the_registrant_does_not() {
        MemberId ada = register(null, registrant("ada").phones(phone()).addresses(address()));
        envoys().designate(ada, null);

        MemberId samePhone = register(code(ada), registrant("one").phones(phone()));
        MemberId sameAddress = register(code(ada), registrant("two").addresses(address()));

        assertThat(envoys().tab(samePhone).orElseThrow().recruited())
                .extracting(Recruit::refused)
                .isEqualTo(NotRecruited.SAME_PHONE);
        assertThat(envoys().recruits(ada, ALL).items())
                .extracting(Recruit::member, Recruit::refused)
                .containsExactlyInAnyOrder(
                        tuple(samePhone, NotRecruited.SAME_PHONE), tuple(sameAddress, NotRecruited.SAME_ADDRESS));
        assertThat(hers(samePhone).tab(samePhone)).isEmpty();
        assertThat(hers(ada).recruits(ada, ALL).items()).isEmpty();
    }

    @Test
    @Requirement("R56")
    void whoever_has_a_mailbox_that_a_record_of_the_envoy_has_is_not_the_recruit() {
        MemberId ada = envoy();
        CustomerId hers = Objects.requireNonNull(shop.storage()
                .read(stores -> stores.members().find(ada))
                .orElseThrow()
                .primary());
        Customer record = shop.membership().customers().find(hers).orElseThrow();
        CustomerForm form = CustomerForm.from(record).email("bob@example.org").build();
        assertThat(shop.membership().customers().edit(hers, record.version(), form))
                .isInstanceOf(EditResult.Edited.class);
        CustomerForm another = CustomerForm.builder()
                .name("Bob", "Byron")
                .email("bob@example.org")
                .build();
        assertThat(shop.membership().customers().create(shop.key(), NewCustomerKind.IN_STORE, another))
                .as("a record of nobody, without which the address would be the envoy's alone, and taken")
                .isInstanceOf(CreationResult.Created.class);

        MemberId bob = register(code(ada), registrant("bob"));

        assertThat(envoys().tab(bob).orElseThrow().recruited())
                .extracting(Recruit::refused)
                .isEqualTo(NotRecruited.SAME_EMAIL);
    }

    @Test
    @Requirement("R56")
    void whoever_names_a_card_of_the_envoy_is_not_the_recruit() {
        MemberId ada = envoy();
        AccountId account = shop.account(ada, Shop.CLUB);
        shop.membership().cards().assign(CardNumber.of("ADA-1"), account, ada);

        MemberId bob = register(code(ada), registrant("bob").card("ADA-1"));

        assertThat(envoys().tab(bob).orElseThrow().recruited())
                .extracting(Recruit::refused)
                .isEqualTo(NotRecruited.SAME_CARD);
    }

    @Test
    void a_code_of_nobody_or_of_a_suspended_envoy_changes_nothing_for_the_registrant() {
        MemberId ada = envoy();
        InviteCode code = code(ada);
        envoys().suspend(ada);

        MemberId late = register(code, registrant("late"));
        envoys().reactivate(ada);
        envoys().renewCode(ada);
        MemberId strange = register(code, registrant("strange"));

        assertThat(envoys().tab(late).orElseThrow().recruited())
                .extracting(Recruit::refused)
                .isEqualTo(NotRecruited.NOT_ACTIVE);
        assertThat(hers(late).tab(late)).isEmpty();
        assertThat(envoys().tab(strange)).isEmpty();
    }

    @Test
    void a_code_is_not_looked_at_while_the_part_is_off_and_one_that_can_be_none_is_refused_by_path() {
        MemberId ada = envoy();
        Set<Feature> others = EnumSet.complementOf(EnumSet.of(Feature.ENVOYS));
        Membership off = shop.over(shop.storage(), "off-").features(others).open();

        off.registration()
                .register(registrant("bob").invitedBy(code(ada).value()).build());

        assertThat(envoys().recruits(ada, ALL).items()).isEmpty();
        assertThatThrownBy(() -> shop.membership()
                        .registration()
                        .register(registrant("eve").invitedBy("' or 1=1").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("invitedBy");
    }

    private MemberId envoy() {
        MemberId member = shop.member();
        envoys().designate(member, null);
        return member;
    }

    private InviteCode code(MemberId envoy) {
        return envoys().inviteCode(envoy).orElseThrow();
    }

    private MemberId register(@Nullable InviteCode code, Registrant.Builder registrant) {
        RegistrationResult result = shop.membership()
                .registration()
                .register(
                        registrant.invitedBy(code == null ? null : code.value()).build());
        return ((RegistrationResult.Registered) result).member();
    }

    private static Registrant.Builder registrant(String name) {
        return Registrant.builder()
                .name(name, "Byron")
                .email(name + "@example.org")
                .acceptTerms("terms-1");
    }

    private static RequestedPhone phone() {
        return new RequestedPhone("+44 20 7946 0018", PhoneType.MOBILE);
    }

    private static RequestedAddress address() {
        return RequestedAddress.in("GB")
                .lines("12 High Street", null)
                .town("London")
                .postcode("SW1Y 4JH")
                .build();
    }

    private Envoys envoys() {
        return shop.membership().envoys();
    }

    private Envoys hers(MemberId member) {
        return shop.membership().as(Actor.member(member.value())).envoys();
    }
}
