package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.importing.CustomerImport;
import org.openmembership.importing.MemberImport;
import org.openmembership.member.Member;
import org.openmembership.member.RegistrationState;
import org.openmembership.registration.RegistrationPolicy.Proof;
import org.openmembership.registration.RegistrationPolicy.Registrars;
import org.openmembership.registration.RegistrationPolicy.Verification;
import org.openmembership.registration.RegistrationResult.AwaitingVerification;
import org.openmembership.registration.RegistrationResult.EmailTaken;
import org.openmembership.registration.RegistrationResult.PhoneTaken;
import org.openmembership.registration.RegistrationResult.Registered;
import org.openmembership.registration.RegistrationResult.StaffMayNotRegister;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.request.RequestedPhone;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

/** What the policy changes: who registers people, and whether addresses are proven. */
class PolicyTest extends PeopleTest {
    @Test
    @Requirement({"A4", "R11", "I13"})
    void staff_may_neither_create_nor_activate_members() {
        try (PeopleStage stage = PeopleStage.of(engine)) {
            RegistrationId registration = stage.register(PeopleStage.ada());
            assertThat(stage.clerk().register(PeopleStage.ada().build())).isEqualTo(new StaffMayNotRegister());
            assertThat(stage.clerk().verify(registration, stage.mailbox.code()))
                    .isEqualTo(new VerificationResult.StaffMayNotVerify());
            assertThat(stage.member("ada@example.org").isActive()).isFalse();
        }
    }

    @Test
    @Requirement({"R11", "D2"})
    void where_staff_may_register_people_the_address_is_proven_all_the_same() {
        try (PeopleStage stage = staffed()) {
            RegistrationResult result = stage.clerk().register(PeopleStage.ada().build());
            assertThat(result).isInstanceOf(AwaitingVerification.class);
            assertThat(stage.member("ada@example.org").terms().by()).hasToString("STAFF:clerk-1");
        }
    }

    @Test
    @Requirement("R11")
    void staff_registers_somebody_by_phone_and_nobodys_history_is_linked() {
        try (PeopleStage stage = staffed()) {
            stage.membership
                    .importing()
                    .customer(CustomerImport.of("pos", "1")
                            .name("Some", "Body")
                            .phones(List.of(RequestedPhone.of("+442079460018", null)))
                            .build());

            Registered registered =
                    (Registered) stage.clerk().register(byPhone().build());

            Member member = stage.read(
                    stores -> stores.members().find(registered.member()).orElseThrow());
            assertThat(member.isActive()).isTrue();
            assertThat(member.email()).isNull();
            assertThat(registered.customers().links()).hasSize(1);
            User user = stage.read(stores -> stores.users()
                    .withUsername(Username.of(E164.of("+442079460018")))
                    .orElseThrow());
            assertThat(user.id()).isEqualTo(registered.user());
            assertThat(stage.clerk().register(byPhone().build())).isEqualTo(new PhoneTaken());
        }
    }

    @Test
    @Requirement("R11")
    void nobody_registers_without_an_email_but_through_staff() {
        try (PeopleStage stage = staffed()) {
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> stage.kiosk().register(byPhone().build()))
                    .withMessage("email must be given");
        }
    }

    @Test
    @Requirement({"R5", "A15", "A17"})
    void without_verification_history_is_linked_at_once() {
        try (PeopleStage stage = unverified()) {
            CustomerId second = stage.customer("2", "ada@example.org", "2021-01-01T00:00:00Z");
            CustomerId first = stage.customer("1", "ada@example.org", "2020-01-01T00:00:00Z");

            Registered registered =
                    (Registered) stage.kiosk().register(PeopleStage.ada().build());

            assertThat(registered.customers().links()).containsExactlyInAnyOrder(first, second);
            assertThat(registered.customers().primary()).isEqualTo(first);
            assertThat(stage.member("ada@example.org").isActive()).isTrue();
            assertThat(stage.mailbox.messages()).isEmpty();
            Username ada = Username.of(EmailAddress.of("ada@example.org").key());
            assertThat(stage.kiosk().warnings(ada)).isEmpty();
        }
    }

    @Test
    @Requirement({"A16", "A33"})
    void without_verification_somebody_new_becomes_a_customer_too() {
        try (PeopleStage stage = unverified()) {
            Registered registered =
                    (Registered) stage.kiosk().register(PeopleStage.ada().build());
            assertThat(registered.customers().links())
                    .containsExactly(registered.customers().primary());
        }
    }

    @Test
    @Requirement("R4")
    void without_verification_a_second_registrant_of_an_address_is_refused_and_stays_a_customer() {
        try (PeopleStage stage = unverified()) {
            CustomerId second = stage.customer("2", "ada@example.org", "2021-01-01T00:00:00Z");
            stage.kiosk().register(PeopleStage.ada().build());
            assertThat(stage.kiosk()
                            .register(
                                    PeopleStage.ada().name("Annabella", "Byron").build()))
                    .isEqualTo(new EmailTaken());
            Customer kept = stage.read(stores -> stores.customers().find(second).orElseThrow());
            assertThat(kept.id()).isEqualTo(second);
        }
    }

    @Test
    @Requirement({"A5", "R10"})
    void without_verification_an_imported_member_is_activated_at_once() {
        try (PeopleStage stage = unverified()) {
            var imported = stage.membership
                    .importing()
                    .member(MemberImport.of("old", "7")
                            .name("A.", "B.")
                            .email("ada@example.org")
                            .build());
            Registered registered =
                    (Registered) stage.kiosk().register(PeopleStage.ada().build());
            assertThat(registered.member()).isEqualTo(imported.member());
            assertThat(stage.member("ada@example.org").isActive()).isTrue();
        }
    }

    @Test
    @Requirement({"S1", "A7"})
    void without_verification_nobody_claims_a_proven_user_who_is_no_member() {
        try (PeopleStage stage = unverified()) {
            addClerk(stage);
            assertThat(stage.kiosk().register(PeopleStage.ada().build())).isEqualTo(new EmailTaken());
        }
    }

    @Test
    @Requirement("A7")
    void a_clerk_becomes_a_member_under_the_same_user_once_the_address_is_proven_again() {
        try (PeopleStage stage = PeopleStage.of(engine)) {
            addClerk(stage);
            VerificationResult.Verified verified = stage.registerAndVerify(PeopleStage.ada());
            assertThat(verified.user()).isEqualTo(UserId.of("clerk"));
        }
    }

    @Test
    @Requirement("R9")
    void a_disabled_user_does_not_register_again() {
        try (PeopleStage stage = PeopleStage.of(engine)) {
            stage.register(PeopleStage.ada());
            stage.opened.storage().inUnitOfWork(stores -> {
                UserId id = stores.members()
                        .standingWithUsername(
                                Username.of(EmailAddress.of("ada@example.org").key()))
                        .orElseThrow()
                        .user();
                stores.users().update(stores.users().find(id).orElseThrow().withEnabled(false));
                return true;
            });
            RegistrationId again = stage.register(PeopleStage.ada());
            assertThat(stage.mailbox.last().proof()).isNull();
            assertThat(stage.membership
                            .registration()
                            .trueStatus(again)
                            .orElseThrow()
                            .state())
                    .isEqualTo(RegistrationState.ADDRESS_TAKEN);
        }
    }

    @Test
    @Requirement("R1")
    void an_address_that_is_not_ascii_needs_a_policy() {
        Registrant joerg = PeopleStage.ada().email("j\u00f6rg@example.org").build();
        try (PeopleStage stage = PeopleStage.of(engine)) {
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> stage.kiosk().register(joerg));
        }
        try (PeopleStage stage = PeopleStage.of(engine, RegistrationPolicy::withInternationalEmail)) {
            assertThat(stage.kiosk().register(joerg)).isInstanceOf(AwaitingVerification.class);
        }
    }

    @Test
    @Requirement("S8")
    void codes_too_short_to_be_safe_cannot_be_asked_for() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proof(6, Duration.ofMinutes(10), 5, Duration.ZERO));
    }

    private PeopleStage staffed() {
        return PeopleStage.of(engine, policy -> policy.with(Registrars.SELF_AND_STAFF));
    }

    private PeopleStage unverified() {
        return PeopleStage.of(engine, policy -> policy.with(Verification.LINK_UNVERIFIED));
    }

    private static Registrant.Builder byPhone() {
        return Registrant.builder()
                .name("Ada", "Byron")
                .phones(RequestedPhone.of("+44 20 7946 0018", null))
                .acceptTerms("terms-1");
    }

    private static void addClerk(PeopleStage stage) {
        EmailAddress address = EmailAddress.of("ada@example.org");
        stage.opened.storage().inUnitOfWork(stores -> {
            stores.users()
                    .add(new User(
                            UserId.of("clerk"), Username.of(address.key()), address, true, stage.time.instant(), 1));
            return true;
        });
    }
}
