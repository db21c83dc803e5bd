package org.openmembership.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.EmailAddress;
import org.openmembership.password.PasswordRequestResult.Requested;
import org.openmembership.password.SetPasswordResult.BadPassword;
import org.openmembership.password.SetPasswordResult.Expired;
import org.openmembership.password.SetPasswordResult.PasswordSet;
import org.openmembership.password.SetPasswordResult.Wrong;
import org.openmembership.password.SignInResult.Refused;
import org.openmembership.password.SignInResult.SignedIn;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Origin;
import org.openmembership.testkit.HostTransactions;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.PasswordProblem;
import org.openmembership.user.UserId;

/** Setting and changing passwords. */
class PasswordsTest extends PeopleTest {
    private static final String PASSWORD = "a fine long password";
    private static final String OTHER = "quite another sentence";
    private static final String ADA = "ada@example.org";

    @Test
    @Requirement({"D7", "R13", "A12"})
    void after_registering_the_member_sets_a_password_with_the_link_and_signs_in() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        assertThat(stage.membership.passwords().send(user)).isEqualTo(new PasswordLinkResult.Queued());
        assertThat(stage.mailbox.last().purpose()).isEqualTo(NotificationPurpose.SET_PASSWORD);

        PasswordSet set = (PasswordSet) stage.setPassword(PASSWORD);

        assertThat(set.user()).isEqualTo(user);
        assertThat(signIn(PASSWORD))
                .isEqualTo(new SignedIn(user, stage.member(ADA).id(), set.epoch()));
        assertThat(signIn(OTHER)).isEqualTo(new Refused());
    }

    @Test
    @Requirement("D9")
    void whoever_never_got_the_message_gets_in_through_forgot_password() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.mailbox.breakDown();
        stage.membership.passwords().send(user);
        stage.mailbox.repair();

        stage.web("home").passwords().request("ADA@Example.org");
        stage.setPassword(PASSWORD);

        assertThat(signIn(PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    @Requirement({"C5", "C8"})
    void staff_has_a_link_sent_to_the_stored_address_and_learns_nothing() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        Passwords clerk = stage.membership.as(Actor.staff("clerk-1")).passwords();

        assertThat(clerk.send(user)).isEqualTo(new PasswordLinkResult.Queued());

        assertThat(stage.mailbox.last().address()).isEqualTo(EmailAddress.of(ADA));
        assertThat(signIn(PASSWORD)).isInstanceOf(SignedIn.class);
        assertThat(stage.setPassword(OTHER)).isInstanceOf(PasswordSet.class);
        assertThat(signIn(PASSWORD)).isEqualTo(new Refused());
        assertThat(signIn(OTHER)).isInstanceOf(SignedIn.class);
    }

    @Test
    @Requirement("C8")
    void staff_is_told_why_no_link_can_be_sent() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.register(PeopleStage.ada().email("eve@example.org"));
        UserId awaiting = Objects.requireNonNull(stage.member("eve@example.org").user());
        stage.membership.users().disable(user);

        assertThat(send(UserId.of("nobody"))).isEqualTo(notSent(PasswordLinkResult.Reason.UNKNOWN_USER));
        assertThat(send(user)).isEqualTo(notSent(PasswordLinkResult.Reason.DISABLED));
        assertThat(send(awaiting)).isEqualTo(notSent(PasswordLinkResult.Reason.UNVERIFIED));
    }

    @Test
    @Requirement("R13")
    void the_code_sets_a_password_as_well_as_the_token() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.membership.passwords().send(user);

        ConfirmationId confirmation = stage.mailbox.last().confirmation();
        assertThat(set(confirmation, " " + stage.mailbox.code() + " ", PASSWORD))
                .isInstanceOf(PasswordSet.class);
    }

    @Test
    @Requirement({"R13", "I16"})
    void a_link_works_until_its_time_is_over() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.membership.passwords().send(user);
        stage.time.advance(Duration.ofMinutes(10));

        assertThat(stage.setPassword(PASSWORD)).isEqualTo(new Expired());
        assertThat(set(ConfirmationId.of("nobodys"), "1", PASSWORD)).isEqualTo(new Expired());
    }

    @Test
    @Requirement({"R13", "I16"})
    void a_newer_link_kills_the_older() {
        stage.registerAndVerify(PeopleStage.ada());
        ConfirmationId older = request();
        String token = stage.mailbox.token();
        stage.time.advance(Duration.ofSeconds(1));
        request();

        assertThat(set(older, token, PASSWORD)).isEqualTo(new Wrong(4));
        assertThat(stage.setPassword(PASSWORD)).isInstanceOf(PasswordSet.class);
    }

    @Test
    @Requirement({"R13", "I16", "S5"})
    void setting_a_password_uses_the_link_up_and_kills_sessions() {
        stage.registerAndVerify(PeopleStage.ada());
        ConfirmationId confirmation = request();
        String token = stage.mailbox.token();
        PasswordSet first = (PasswordSet) set(confirmation, token, PASSWORD);

        assertThat(set(confirmation, token, OTHER)).isEqualTo(new Wrong(4));
        assertThat(stage.user(first.user()).epoch()).isEqualTo(first.epoch());
        assertThat(signIn(PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    @Requirement("R13")
    void a_password_that_will_not_do_uses_nothing_up() {
        stage.registerAndVerify(PeopleStage.ada().email("long.winded.name@example.org"));
        stage.web("home").passwords().request("long.winded.name@example.org");

        assertThat(stage.setPassword("short")).isEqualTo(bad(PasswordProblem.TOO_SHORT));
        assertThat(stage.setPassword("long.winded.name")).isEqualTo(bad(PasswordProblem.GUESSABLE));
        assertThat(stage.setPassword(PASSWORD)).isInstanceOf(PasswordSet.class);
    }

    @Test
    @Requirement({"R13", "S14"})
    void an_owner_changes_the_password_with_the_old_one_and_is_told() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        Passwords own = own();

        assertThat(own.change(user, OTHER, OTHER)).isEqualTo(new ChangePasswordResult.WrongPassword());
        assertThat(own.change(user, PASSWORD, "short"))
                .isEqualTo(new ChangePasswordResult.BadPassword(Set.of(PasswordProblem.TOO_SHORT)));
        assertThat(own.change(user, PASSWORD, OTHER)).isInstanceOf(ChangePasswordResult.Changed.class);

        assertThat(stage.mailbox.last().purpose()).isEqualTo(NotificationPurpose.PASSWORD_CHANGED);
        assertThat(signIn(PASSWORD)).isEqualTo(new Refused());
        assertThat(signIn(OTHER)).isInstanceOf(SignedIn.class);
    }

    @Test
    @Requirement({"R13", "S10"})
    void guessing_the_old_password_is_slowed_down_like_signing_in() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        stage.time.advance(Duration.ofDays(200));
        for (int i = 0; i < 6; i++) {
            assertThat(own().change(user, OTHER, OTHER)).isEqualTo(new ChangePasswordResult.WrongPassword());
        }
        Instant until = stage.time.instant().plusSeconds(15);
        assertThat(own().change(user, PASSWORD, OTHER)).isEqualTo(new ChangePasswordResult.Wait(until));
        stage.time.set(until);
        assertThat(own().change(user, PASSWORD, OTHER)).isInstanceOf(ChangePasswordResult.Changed.class);
    }

    @Test
    @Requirement("R13")
    void changing_the_password_kills_a_link_that_was_sent_before() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        ConfirmationId confirmation = request();
        String token = stage.mailbox.token();
        own().change(user, PASSWORD, OTHER);

        assertThat(set(confirmation, token, "yet another long one")).isEqualTo(new Wrong(4));
    }

    @Test
    @Requirement("S8")
    void in_a_hosts_transaction_no_password_is_tried() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        HostTransactions host = stage.opened.hostTransactions().orElseThrow();
        assertThatIllegalStateException()
                .isThrownBy(() -> host.inTransaction(
                        joined -> stage.membership.within(joined).signIn().signIn(ADA, PASSWORD)));
        assertThatIllegalStateException()
                .isThrownBy(() -> host.inTransaction(
                        joined -> stage.membership.within(joined).passwords().change(user, PASSWORD, OTHER)));
    }

    private Passwords own() {
        return stage.membership
                .as(Actor.member(stage.member(ADA).id().value()))
                .from(Origin.of("home"))
                .passwords();
    }

    private ConfirmationId request() {
        return ((Requested) stage.web("home").passwords().request(ADA)).confirmation();
    }

    private SetPasswordResult set(ConfirmationId confirmation, String secret, String password) {
        return stage.web("home").passwords().set(confirmation, secret, password);
    }

    private SignInResult signIn(String password) {
        return stage.web("home").signIn().signIn(ADA, password);
    }

    private PasswordLinkResult send(UserId user) {
        return stage.membership.as(Actor.staff("clerk-1")).passwords().send(user);
    }

    private static PasswordLinkResult notSent(PasswordLinkResult.Reason reason) {
        return new PasswordLinkResult.NotSent(reason);
    }

    private static BadPassword bad(PasswordProblem problem) {
        return new BadPassword(Set.of(problem));
    }
}
