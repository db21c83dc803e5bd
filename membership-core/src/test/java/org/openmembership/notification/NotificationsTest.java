package org.openmembership.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.EmailAddress;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.registration.RegistrationResult.AwaitingVerification;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.shared.Actor;
import org.openmembership.testkit.HostTransactions;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.User;
import org.openmembership.user.Username;

/** Sending what is due: never inside a unit of work, at least once, newest secrets only. */
@Requirement("R6")
class NotificationsTest extends PeopleTest {
    @Test
    void registering_sends_its_message_right_after_its_commit_and_only_once() {
        stage.register(PeopleStage.ada());
        assertThat(stage.mailbox.messages()).hasSize(1);
        stage.time.advance(Duration.ofHours(1));
        assertThat(deliver()).isEqualTo(new DeliveryReport(0, 0));
        assertThat(stage.mailbox.messages()).hasSize(1);
    }

    @Test
    @Requirement({"D9", "R6"})
    void a_message_that_could_not_be_sent_is_sent_later_with_secrets_that_work() {
        stage.mailbox.breakDown();
        RegistrationId registration = stage.register(PeopleStage.ada());
        stage.mailbox.repair();
        assertThat(deliver()).isEqualTo(new DeliveryReport(0, 0));
        stage.time.advance(Duration.ofMinutes(1));

        assertThat(deliver()).isEqualTo(new DeliveryReport(1, 0));

        assertThat(stage.kiosk().verify(registration, stage.mailbox.code())).isInstanceOf(Verified.class);
    }

    @Test
    void a_message_that_never_can_be_sent_is_given_up_after_ten_attempts() {
        stage.mailbox.breakDown();
        stage.register(PeopleStage.ada());
        int attempts = 1;
        for (int i = 0; i < 20; i++) {
            stage.time.advance(Duration.ofDays(1));
            attempts += deliver().notSent();
        }
        assertThat(attempts).isEqualTo(11);
        stage.mailbox.repair();
        assertThat(deliver()).isEqualTo(new DeliveryReport(0, 0));
    }

    @Test
    void a_message_of_a_superseded_registration_is_not_sent() {
        stage.mailbox.breakDown();
        stage.register(PeopleStage.ada());
        RegistrationId newer = stage.register(PeopleStage.ada());
        stage.mailbox.repair();
        stage.time.advance(Duration.ofMinutes(1));

        assertThat(deliver()).isEqualTo(new DeliveryReport(1, 1));

        assertThat(stage.mailbox.last().registration()).isEqualTo(newer);
    }

    @Test
    void in_a_hosts_transaction_the_host_delivers_after_its_commit() {
        HostTransactions host = stage.opened.hostTransactions().orElseThrow();
        RegistrationResult result = host.inTransaction(joined -> stage.membership
                .within(joined)
                .registration()
                .register(PeopleStage.ada().build()));
        assertThat(stage.mailbox.messages()).isEmpty();

        assertThat(deliver()).isEqualTo(new DeliveryReport(1, 0));

        RegistrationId registration = ((AwaitingVerification) result).registration();
        assertThat(stage.kiosk().verify(registration, stage.mailbox.code())).isInstanceOf(Verified.class);
    }

    @Test
    void a_host_that_rolls_back_leaves_no_trace() {
        HostTransactions host = stage.opened.hostTransactions().orElseThrow();
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> host.inTransaction(joined -> {
                    stage.membership
                            .within(joined)
                            .registration()
                            .register(PeopleStage.ada().build());
                    throw new ArithmeticException("the host's own trouble");
                }));
        assertThat(deliver()).isEqualTo(new DeliveryReport(0, 0));
        Username ada = Username.of(EmailAddress.of("ada@example.org").key());
        Optional<User> user = stage.read(stores -> stores.users().withUsername(ada));
        assertThat(user).isEmpty();
    }

    @Test
    void inside_a_hosts_transaction_nothing_is_delivered() {
        HostTransactions host = stage.opened.hostTransactions().orElseThrow();
        assertThatIllegalStateException()
                .isThrownBy(() -> host.inTransaction(joined ->
                        stage.membership.within(joined).notifications().deliver(10)));
    }

    @Test
    void without_a_notifier_messages_wait_for_a_process_that_has_one() {
        Membership mute =
                Membership.on(stage.opened.storage()).clock(stage.time).open();
        mute.as(Actor.till("kiosk")).registration().register(PeopleStage.ada().build());
        assertThatIllegalStateException().isThrownBy(() -> mute.notifications().deliver(10));
        assertThat(deliver()).isEqualTo(new DeliveryReport(1, 0));
    }

    @Test
    @Requirement({"R20", "B8"})
    void delivering_needs_permission_and_a_sane_limit() {
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() ->
                        stage.membership.as(Actor.till("kiosk")).notifications().deliver(10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.membership.notifications().deliver(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.membership.notifications().deliver(1_001));
    }

    private DeliveryReport deliver() {
        return stage.membership.notifications().deliver(100);
    }
}
