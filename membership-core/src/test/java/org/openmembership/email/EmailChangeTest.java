package org.openmembership.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.EmailAddress;
import org.openmembership.email.EmailChangeResult.AwaitingConfirmation;
import org.openmembership.email.EmailConfirmationResult.Changed;
import org.openmembership.email.EmailConfirmationResult.EmailTaken;
import org.openmembership.email.EmailConfirmationResult.Expired;
import org.openmembership.email.EmailConfirmationResult.Wrong;
import org.openmembership.member.Member;
import org.openmembership.password.SignInResult.SignedIn;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.Actor;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/** Changing an address. */
@Requirement("R8")
class EmailChangeTest extends PeopleTest {
    private static final String PASSWORD = "a fine long password";
    private static final String OLD = "ada@example.org";
    private static final String NEW = "Ada@elsewhere.org";

    @Test
    @Requirement({"R8", "A13", "A18", "S14"})
    void a_new_address_counts_once_it_is_confirmed_and_name_and_customers_stay() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        Member before = stage.member(OLD);
        ConfirmationId confirmation = request(user, NEW);
        assertThat(stage.mailbox.last().purpose()).isEqualTo(NotificationPurpose.CONFIRM_NEW_ADDRESS);
        assertThat(stage.mailbox.last().address()).isEqualTo(EmailAddress.of(NEW));
        assertThat(stage.member(OLD)).isEqualTo(before);

        Changed changed = (Changed) confirm(confirmation, stage.mailbox.code());

        User after = stage.user(user);
        assertThat(after.email()).isEqualTo(EmailAddress.of(NEW));
        assertThat(after.username().value()).isEqualTo(OLD);
        assertThat(after.epoch()).isEqualTo(changed.epoch());
        assertThat(stage.member(OLD).email()).isEqualTo(EmailAddress.of(NEW));
        assertThat(stage.member(OLD).links()).isEqualTo(before.links());
        assertThat(stage.mailbox.last().purpose()).isEqualTo(NotificationPurpose.ADDRESS_CHANGED);
        assertThat(stage.mailbox.last().address()).isEqualTo(EmailAddress.of(OLD));
        assertThat(signIn(NEW)).isInstanceOf(SignedIn.class);
        assertThat(signIn(OLD)).isInstanceOf(SignedIn.class);
    }

    @Test
    @Requirement({"R7", "S9"})
    void an_address_of_somebody_else_looks_like_any_other_and_its_owner_is_told() {
        UserId ada = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.registerAndVerify(PeopleStage.ada().email("eve@example.org"));

        ConfirmationId confirmation = request(ada, "eve@example.org");

        assertThat(stage.mailbox.last().purpose()).isEqualTo(NotificationPurpose.ADDRESS_ALREADY_REGISTERED);
        assertThat(stage.mailbox.last().address()).isEqualTo(EmailAddress.of("eve@example.org"));
        assertThat(confirm(confirmation, "12345678")).isEqualTo(new Wrong(4));
        stage.time.advance(Duration.ofMinutes(10));
        assertThat(confirm(confirmation, "12345678")).isEqualTo(new Expired());
    }

    @Test
    @Requirement("R8")
    void a_proven_mailbox_wins_over_a_registration_that_never_proved_it() {
        UserId ada = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        RegistrationId squatter =
                stage.register(PeopleStage.ada().name("Mallory", "Evil").email(NEW));
        String squattersCode = stage.mailbox.code();
        ConfirmationId confirmation = request(ada, NEW);

        assertThat(confirm(confirmation, stage.mailbox.token())).isInstanceOf(Changed.class);

        assertThat(stage.kiosk().verify(squatter, squattersCode)).isNotInstanceOf(Verified.class);
        assertThat(signIn(NEW))
                .isInstanceOfSatisfying(
                        SignedIn.class, in -> assertThat(in.user()).isEqualTo(ada));
    }

    @Test
    @Requirement({"R8", "I12"})
    void of_two_who_confirm_the_same_address_at_once_one_gets_it() throws Exception {
        UserId ada = stage.registerAndVerify(PeopleStage.ada()).user();
        UserId eve = stage.registerAndVerify(PeopleStage.ada().email("eve@example.org"))
                .user();
        ConfirmationId adas = request(ada, NEW);
        String adasCode = stage.mailbox.code();
        ConfirmationId eves = request(eve, NEW);
        String evesCode = stage.mailbox.code();

        List<EmailConfirmationResult> results =
                Together.atOnce(List.of(() -> confirm(adas, adasCode), () -> confirm(eves, evesCode)));

        assertThat(results).filteredOn(result -> result instanceof Changed).hasSize(1);
        assertThat(results).filteredOn(result -> result instanceof EmailTaken).hasSize(1);
    }

    @Test
    @Requirement({"R8", "I12"})
    void a_registration_and_a_change_that_prove_the_same_address_at_once_leave_one_owner() throws Exception {
        UserId ada = stage.registerAndVerify(PeopleStage.ada()).user();
        RegistrationId newcomer = stage.register(PeopleStage.ada().email(NEW));
        String newcomersCode = stage.mailbox.code();
        ConfirmationId confirmation = request(ada, NEW);
        String adasCode = stage.mailbox.code();

        List<Object> results = Together.atOnce(
                List.of(() -> stage.kiosk().verify(newcomer, newcomersCode), () -> confirm(confirmation, adasCode)));

        assertThat(results)
                .filteredOn(result -> result instanceof Verified || result instanceof Changed)
                .hasSize(1);
    }

    @Test
    void a_change_that_was_asked_for_again_needs_the_newest_code() {
        UserId ada = stage.registerAndVerify(PeopleStage.ada()).user();
        ConfirmationId older = request(ada, NEW);
        String code = stage.mailbox.code();
        stage.time.advance(Duration.ofSeconds(1));
        ConfirmationId newer = request(ada, "ada@nowhere.org");

        assertThat(confirm(older, code)).isEqualTo(new Wrong(4));
        String newest = stage.mailbox.code();
        assertThat(confirm(newer, newest)).isInstanceOf(Changed.class);
        assertThat(confirm(newer, newest)).isInstanceOf(Wrong.class);
    }

    @Test
    @Requirement({"B1", "S36"})
    void what_is_no_address_is_refused_by_path() {
        UserId ada = stage.registerAndVerify(PeopleStage.ada()).user();
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(
                        () -> stage.membership.emailChange().request(ada, "ada@example.org\r\nBcc: eve@example.org"))
                .satisfies(refused ->
                        assertThat(refused.violations().get(0).path()).isEqualTo("email"));
        assertThat(stage.membership.emailChange().request(ada, OLD)).isEqualTo(new EmailChangeResult.Unchanged());
        assertThat(stage.membership.emailChange().request(UserId.of("nobody"), NEW))
                .isEqualTo(new EmailChangeResult.NotPossible());
    }

    @Test
    @Requirement({"S15", "R20"})
    void neither_staff_nor_another_member_changes_an_address() {
        UserId ada = stage.registerAndVerify(PeopleStage.ada()).user();
        for (Actor actor : List.of(Actor.staff("clerk-1"), Actor.member("another"), Actor.till("kiosk"))) {
            assertThatExceptionOfType(PermissionDeniedException.class)
                    .isThrownBy(() -> stage.membership.as(actor).emailChange().request(ada, NEW));
        }
        Actor herself = Actor.member(stage.member(OLD).id().value());
        assertThat(stage.membership.as(herself).emailChange().request(ada, NEW))
                .isInstanceOf(AwaitingConfirmation.class);
    }

    private ConfirmationId request(UserId user, String address) {
        return ((AwaitingConfirmation) stage.membership.emailChange().request(user, address)).confirmation();
    }

    private EmailConfirmationResult confirm(ConfirmationId confirmation, String secret) {
        return stage.web("home").emailChange().confirm(confirmation, secret);
    }

    private Object signIn(String login) {
        return stage.web("home").signIn().signIn(login, PASSWORD);
    }
}
