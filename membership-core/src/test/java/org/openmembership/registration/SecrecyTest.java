package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.EmailAddress;
import org.openmembership.member.Member;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationState;
import org.openmembership.registration.RegistrationResult.AwaitingVerification;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Message;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.RegistrationId;

/** Whether an address is known is told to its owner alone. */
@Requirement({"R7", "S9"})
class SecrecyTest extends PeopleTest {
    @Test
    void a_stranger_sees_no_difference_between_a_known_and_an_unknown_address() {
        stage.registerAndVerify(PeopleStage.ada());
        assertThat(answersToStranger("ada@example.org")).isEqualTo(answersToStranger("nobody@example.org"));
    }

    @Test
    void a_stranger_sees_no_difference_once_somebody_else_has_proven_the_address() {
        RegistrationId early = stage.register(PeopleStage.ada().email("known@example.org"));
        stage.registerAndVerify(PeopleStage.ada().email("known@example.org"));
        RegistrationId other = stage.register(PeopleStage.ada().email("unknown@example.org"));
        stage.register(PeopleStage.ada().email("unknown@example.org"));
        Instant now = stage.time.instant();
        List<Object> answers = answersAbout(early);
        stage.time.set(now);
        assertThat(answers).isEqualTo(answersAbout(other));
    }

    @Test
    void the_owner_is_told_at_the_stored_address_and_sent_no_secret() {
        stage.registerAndVerify(PeopleStage.ada().email("Ada@example.org"));

        stage.register(PeopleStage.ada().name("Mallory", "Evil").email("ADA@EXAMPLE.org"));

        Message notice = stage.mailbox.last();
        assertThat(notice.purpose()).isEqualTo(NotificationPurpose.ADDRESS_ALREADY_REGISTERED);
        assertThat(notice.address()).isEqualTo(EmailAddress.of("Ada@example.org"));
        assertThat(notice.proof()).isNull();
    }

    @Test
    void a_member_is_untouched_by_a_strangers_registration() {
        stage.registerAndVerify(PeopleStage.ada());
        Member before = stage.member("ada@example.org");
        stage.register(PeopleStage.ada().name("Mallory", "Evil"));
        assertThat(stage.member("ada@example.org")).isEqualTo(before);
    }

    @Test
    void a_policy_may_reveal_that_an_address_is_taken() {
        try (PeopleStage open = PeopleStage.of(engine, RegistrationPolicy::revealingExistingEmail)) {
            open.registerAndVerify(PeopleStage.ada());
            assertThat(open.kiosk().register(PeopleStage.ada().build())).isEqualTo(new RegistrationResult.EmailTaken());
        }
    }

    @Test
    void the_back_office_can_read_the_truth_and_nobody_else() {
        Member member = stage.member(registered());
        RegistrationId strangers = stage.register(PeopleStage.ada());
        TrueStatus truth = stage.membership.registration().trueStatus(strangers).orElseThrow();
        assertThat(truth).isEqualTo(new TrueStatus(RegistrationState.ADDRESS_TAKEN, false, member.user(), member.id()));
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> stage.kiosk().trueStatus(strangers));
    }

    @Test
    @Requirement("S7")
    void no_secret_is_kept_or_shown() {
        RegistrationId id = stage.register(PeopleStage.ada());
        Registration kept =
                stage.read(stores -> stores.members().findRegistration(id).orElseThrow());
        String shown = kept + " " + kept.secrets() + kept.secrets().code().value()
                + kept.secrets().token().value() + stage.mailbox.last();
        assertThat(shown).doesNotContain(stage.mailbox.code(), stage.mailbox.token());
        assertThat(stage.mailbox.code()).matches("[0-9]{8}");
        assertThat(stage.mailbox.token()).hasSize(43);
    }

    private String registered() {
        stage.registerAndVerify(PeopleStage.ada());
        return "ada@example.org";
    }

    /** Everything somebody without access to the mailbox can ask. */
    private List<Object> answersToStranger(String email) {
        List<Object> answers = new ArrayList<>();
        RegistrationResult first =
                stage.kiosk().register(PeopleStage.ada().email(email).build());
        RegistrationResult second =
                stage.kiosk().register(PeopleStage.ada().email(email).build());
        answers.add(first.getClass());
        answers.add(second.getClass());
        answers.addAll(answersAbout(((AwaitingVerification) first).registration()));
        answers.addAll(answersAbout(((AwaitingVerification) second).registration()));
        return answers;
    }

    private List<Object> answersAbout(RegistrationId id) {
        List<Object> answers = new ArrayList<>();
        answers.add(stage.kiosk().status(id));
        answers.add(stage.kiosk().resend(id));
        stage.time.advance(Duration.ofMinutes(2));
        answers.add(stage.kiosk().resend(id));
        answers.add(stage.kiosk().resend(id));
        for (int i = 0; i < 6; i++) {
            answers.add(stage.kiosk().verify(id, "0"));
            answers.add(stage.kiosk().status(id));
        }
        answers.add(stage.kiosk().resend(id));
        stage.time.advance(Duration.ofMinutes(20));
        answers.add(stage.kiosk().status(id));
        answers.add(stage.kiosk().verify(id, "0"));
        return answers;
    }
}
