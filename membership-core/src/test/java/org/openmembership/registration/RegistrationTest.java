package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.AddressUse;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PersonName;
import org.openmembership.customer.PhoneNumber;
import org.openmembership.customer.PhoneType;
import org.openmembership.customer.Region;
import org.openmembership.customer.RegisterId;
import org.openmembership.importing.CustomerImport;
import org.openmembership.importing.MemberImport;
import org.openmembership.importing.MemberImported;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberStatus;
import org.openmembership.registration.RegistrationPolicy.Place;
import org.openmembership.request.RequestedAddress;
import org.openmembership.request.RequestedPhone;
import org.openmembership.shared.Channel;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.User;
import org.openmembership.user.UserWarning;
import org.openmembership.user.Username;

/** Becoming a member whose address has to be proven. */
class RegistrationTest extends PeopleTest {
    private static final Place LONDON = new Place(Region.of("GB"), Channel.of("WEB"), RegisterId.of("server-1"));

    @Override
    protected RegistrationPolicy policy(RegistrationPolicy usual) {
        return usual.with(LONDON);
    }

    @Test
    @Requirement({"A4", "A8", "A12", "A13", "R5"})
    void registering_creates_a_user_named_by_the_email_and_a_member_who_awaits() {
        stage.register(PeopleStage.ada().email("Ada@Example.ORG"));

        Member member = stage.member("ada@example.org");
        assertThat(member.status()).isEqualTo(MemberStatus.AWAITING_VERIFICATION);
        User user = stage.read(stores -> stores.users().find(member.user()).orElseThrow());
        assertThat(user.username())
                .isEqualTo(Username.of(EmailAddress.of("ada@example.org").key()));
        assertThat(user.email()).isEqualTo(EmailAddress.of("Ada@Example.ORG"));
        assertThat(user.isVerified()).isFalse();
    }

    @Test
    @Requirement({"S1", "I14", "A19"})
    void before_the_address_is_proven_nothing_of_anybody_is_linked() {
        CustomerId history = stage.customer("1", "ada@example.org", "2020-01-01T00:00:00Z");

        stage.register(PeopleStage.ada());

        Member member = stage.member("ada@example.org");
        assertThat(member.links()).isEmpty();
        assertThat(member.primary()).isNull();
        assertThat(stage.<Boolean>read(
                        stores -> stores.members().standingOfCustomer(history).isPresent()))
                .isFalse();
    }

    @Test
    @Requirement({"A15", "A19", "I12", "I13"})
    void the_code_proves_the_address_and_links_the_customer_who_has_it() {
        CustomerId customer = stage.customer("1", "ADA@example.org", "2020-01-01T00:00:00Z");
        RegistrationId registration = stage.register(PeopleStage.ada());
        stage.time.set("2026-03-01T10:05:00Z");

        VerificationResult result = stage.kiosk().verify(registration, spaced(stage.mailbox.code()));

        Member member = stage.member("ada@example.org");
        LinkedCustomers customers = new LinkedCustomers(List.of(customer), customer, List.of());
        assertThat(result).isEqualTo(new VerificationResult.Verified(member.id(), member.user(), customers, false));
        assertThat(member.isActive()).isTrue();
        assertThat(member.primary()).isEqualTo(customer);
        assertThat(member.times().registeredAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(member.times().activatedAt()).isEqualTo("2026-03-01T10:05:00Z");
        assertThat(member.links().get(0).linkedAt()).isEqualTo("2026-03-01T10:05:00Z");
        assertThat(stage.kiosk().status(registration)).isEqualTo(RegistrationStatus.VERIFIED);
    }

    @Test
    @Requirement("R6")
    void the_token_proves_the_address_too() {
        RegistrationId registration = stage.register(PeopleStage.ada());
        assertThat(stage.kiosk().verify(registration, stage.mailbox.token()))
                .isInstanceOf(VerificationResult.Verified.class);
    }

    @Test
    @Requirement({"A16", "A32", "A33", "A34", "A35", "A6"})
    void somebody_whom_no_customer_matches_becomes_one_by_own_values_and_the_registers_defaults() {
        VerificationResult.Verified verified = stage.registerAndVerify(PeopleStage.ada()
                .phones(RequestedPhone.of("020 7946 0018", PhoneType.MOBILE))
                .addresses(RequestedAddress.in("GB")
                        .lines("12 St James's Square", null)
                        .build()));

        Customer customer = stage.read(stores ->
                stores.customers().find(verified.customers().primary()).orElseThrow());
        assertThat(customer.name()).isEqualTo(PersonName.of("Ada", "Byron"));
        assertThat(customer.email()).isEqualTo(EmailAddress.of("ada@example.org"));
        assertThat(customer.phones()).hasSize(1);
        assertThat(customer.addresses()).hasSize(1);
        assertThat(customer.defaults()).isEqualTo(PeopleStage.SERVER_DEFAULTS);
        assertThat(verified.customers().links()).containsExactly(customer.id());
    }

    @Test
    @Requirement({"A17", "R2", "C7"})
    void of_several_customers_all_are_linked_and_the_oldest_is_primary() {
        CustomerId second = stage.customer("2", "ada@example.org", "2021-01-01T00:00:00Z");
        CustomerId first = stage.customer("1", "Ada@example.org", "2020-01-01T00:00:00Z");
        CustomerId third = stage.customer("3", "ada@EXAMPLE.org", "2022-01-01T00:00:00Z");
        stage.customer("4", "ada+news@example.org", "2019-01-01T00:00:00Z");

        LinkedCustomers customers = stage.registerAndVerify(PeopleStage.ada()).customers();

        assertThat(customers.links()).containsExactlyInAnyOrder(first, second, third);
        assertThat(customers.primary()).isEqualTo(first);
        assertThat(customers.conflicts()).isEmpty();
    }

    @Test
    @Requirement("I15")
    void the_primary_does_not_depend_on_the_order_in_which_customers_came_in() {
        List<String> years = List.of("2020", "2021", "2022");
        for (List<Integer> order : List.of(List.of(0, 1, 2), List.of(1, 2, 0), List.of(2, 1, 0), List.of(2, 0, 1))) {
            try (PeopleStage other = PeopleStage.of(engine)) {
                order.forEach(i -> other.customer("c" + i, "ada@example.org", years.get(i) + "-01-01T00:00:00Z"));
                CustomerId primary =
                        other.registerAndVerify(PeopleStage.ada()).customers().primary();
                Customer oldest =
                        other.read(stores -> stores.customers().find(primary).orElseThrow());
                assertThat(oldest.reference()).isEqualTo(ExternalKey.of("pos", "c0"));
            }
        }
    }

    @Test
    @Requirement({"A18", "R3"})
    void a_customer_who_comes_later_is_not_linked() {
        stage.registerAndVerify(PeopleStage.ada());
        List<CustomerId> before = linked("ada@example.org");

        CustomerId later = stage.customer("1", "ada@example.org", "2020-01-01T00:00:00Z");

        assertThat(linked("ada@example.org")).isEqualTo(before).doesNotContain(later);
    }

    @Test
    @Requirement({"R2", "S15"})
    void a_customer_whose_email_staff_has_just_set_is_held_and_a_new_one_created() {
        CustomerId held = stage.membership
                .importing()
                .customer(CustomerImport.of("pos", "1")
                        .name("Eve", "Clerk")
                        .email("ada@example.org")
                        .emailSetByStaffAt(Instant.parse("2026-02-20T00:00:00Z"))
                        .build())
                .customer();

        LinkedCustomers customers = stage.registerAndVerify(PeopleStage.ada()).customers();

        assertThat(customers.links()).doesNotContain(held).hasSize(1);
        assertThat(customers.conflicts())
                .containsExactly(new LinkConflict(held, LinkConflict.Reason.EMAIL_SET_BY_STAFF));
    }

    @Test
    @Requirement({"A9", "A10", "A11", "A20", "A21", "R18"})
    void what_the_registrant_told_is_kept_as_typed() {
        stage.registerAndVerify(PeopleStage.ada()
                .name("\u00c5da", "O'Byron")
                .birthdate(LocalDate.of(1995, 12, 10))
                .phones(RequestedPhone.of("020 7946 0018", PhoneType.MOBILE), RequestedPhone.of("+49 30 123456", null))
                .addresses(RequestedAddress.in("GB")
                        .lines("12 St James's Square", "2nd floor")
                        .town("London")
                        .postcode("SW1Y 4JH")
                        .uses(AddressUse.DEFAULT)
                        .build()));

        Member member = stage.member("ada@example.org");
        assertThat(member.details().name()).isEqualTo(PersonName.of("\u00c5da", "O'Byron"));
        assertThat(member.details().birthdate()).isEqualTo("1995-12-10");
        assertThat(member.details().phones())
                .containsExactly(
                        new PhoneNumber("020 7946 0018", E164.of("+442079460018"), PhoneType.MOBILE),
                        new PhoneNumber("+49 30 123456", E164.of("+4930123456"), PhoneType.OTHER));
        assertThat(member.details().addresses().get(0).postcode()).isEqualTo("SW1Y 4JH");
        assertThat(member.details().addresses().get(0).uses()).containsExactly(AddressUse.DEFAULT);
    }

    @Test
    @Requirement({"A2", "R11", "I13"})
    void the_accepted_terms_are_recorded_with_instant_actor_and_channel() {
        stage.register(PeopleStage.ada().channel("APP"));
        Member member = stage.member("ada@example.org");
        assertThat(member.terms().version()).isEqualTo("terms-1");
        assertThat(member.terms().at()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(member.terms().by()).hasToString("TILL:kiosk");
        assertThat(member.terms().channel()).isEqualTo(Channel.of("APP"));
    }

    @Test
    @Requirement({"A5", "R10", "R5"})
    void an_imported_member_is_untouched_until_its_owner_has_proven_the_address() {
        MemberImported imported = importAda();
        RegistrationId registration = stage.register(PeopleStage.ada());

        Member before =
                stage.read(stores -> stores.members().find(imported.member()).orElseThrow());
        assertThat(before.status()).isEqualTo(MemberStatus.IMPORTED);
        assertThat(before.version()).isEqualTo(Member.FIRST_VERSION);

        stage.kiosk().verify(registration, stage.mailbox.code());

        Member after = stage.member("ada@example.org");
        assertThat(after.id()).isEqualTo(imported.member());
        assertThat(after.reference()).isEqualTo(imported.reference());
        assertThat(after.isActive()).isTrue();
        assertThat(after.details().name()).isEqualTo(PersonName.of("Ada", "Byron"));
        assertThat(after.details().birthdate()).isEqualTo("1995-12-10");
        assertThat(after.times().registeredAt()).isEqualTo("2015-06-01T00:00:00Z");
        assertThat(after.terms().version()).isEqualTo("terms-1");
    }

    @Test
    @Requirement({"R5", "R10"})
    void registering_twice_for_an_imported_member_still_activates_it() {
        MemberImported imported = importAda();
        stage.register(PeopleStage.ada());
        VerificationResult.Verified verified = stage.registerAndVerify(PeopleStage.ada());
        assertThat(verified.member()).isEqualTo(imported.member());
    }

    @Test
    @Requirement({"A14", "R9"})
    void the_three_warnings_about_a_username_are_separate() {
        Username ada = Username.of(EmailAddress.of("ada@example.org").key());
        assertThat(stage.kiosk().warnings(ada)).containsExactly(UserWarning.UNKNOWN);

        RegistrationId registration = stage.register(PeopleStage.ada());
        assertThat(stage.kiosk().warnings(ada)).containsExactly(UserWarning.UNVERIFIED);

        stage.kiosk().verify(registration, stage.mailbox.code());
        assertThat(stage.kiosk().warnings(ada)).isEmpty();

        stage.opened.storage().inUnitOfWork(stores -> {
            stores.users().update(stores.users().withUsername(ada).orElseThrow().withEnabled(false));
            return true;
        });
        assertThat(stage.kiosk().warnings(ada)).containsExactly(UserWarning.DISABLED);
    }

    private MemberImported importAda() {
        return stage.membership
                .importing()
                .member(MemberImport.of("old", "7")
                        .name("A.", "B.")
                        .email("ADA@example.org")
                        .birthdate(LocalDate.of(1995, 12, 10))
                        .registeredAt(Instant.parse("2015-06-01T00:00:00Z"))
                        .build());
    }

    private List<CustomerId> linked(String email) {
        return stage.member(email).links().stream().map(CustomerLink::customer).toList();
    }

    /** As people type a code. */
    private static String spaced(String code) {
        return " " + code.substring(0, 4) + " " + code.substring(4);
    }
}
