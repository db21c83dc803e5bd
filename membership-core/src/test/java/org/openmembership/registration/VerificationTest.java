package org.openmembership.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.PersonName;
import org.openmembership.member.Member;
import org.openmembership.member.RegistrationState;
import org.openmembership.registration.VerificationResult.EmailTaken;
import org.openmembership.registration.VerificationResult.Expired;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.registration.VerificationResult.Wrong;
import org.openmembership.testkit.HostTransactions;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.User;

/** Secrets: what proves an address, how often, and how long. */
class VerificationTest extends PeopleTest {
    private static final String WRONG = "00000000x";

    @Test
    @Requirement("S8")
    void after_five_wrong_attempts_not_even_the_right_code_works() {
        RegistrationId registration = stage.register(PeopleStage.ada());
        for (int left = 4; left >= 0; left--) {
            assertThat(stage.kiosk().verify(registration, WRONG)).isEqualTo(new Wrong(left));
        }
        assertThat(stage.kiosk().verify(registration, stage.mailbox.code())).isEqualTo(new Wrong(0));
        assertThat(stage.kiosk().status(registration)).isEqualTo(RegistrationStatus.EXPIRED);
        assertThat(stage.kiosk().resend(registration)).isEqualTo(ResendResult.NOTHING_TO_SEND);
    }

    @Test
    @Requirement("S8")
    void eight_threads_guessing_get_five_attempts_together() throws Exception {
        RegistrationId registration = stage.register(PeopleStage.ada());
        List<VerificationResult> results =
                Together.atOnce(8, () -> stage.kiosk().verify(registration, WRONG));
        assertThat(results)
                .containsExactlyInAnyOrder(
                        new Wrong(4),
                        new Wrong(3),
                        new Wrong(2),
                        new Wrong(1),
                        new Wrong(0),
                        new Wrong(0),
                        new Wrong(0),
                        new Wrong(0));
    }

    @Test
    @Requirement({"S5", "I16"})
    void of_sixteen_threads_with_the_right_code_exactly_one_activates() throws Exception {
        RegistrationId registration = stage.register(PeopleStage.ada());
        String code = stage.mailbox.code();
        List<VerificationResult> results =
                Together.atOnce(16, () -> stage.kiosk().verify(registration, code));
        assertThat(results).allMatch(result -> result instanceof Verified);
        assertThat(results.stream().filter(result -> !((Verified) result).repeated()))
                .hasSize(1);
        assertThat(stage.member("ada@example.org").links()).hasSize(1);
    }

    @Test
    @Requirement({"R6", "I16"})
    void the_same_code_again_answers_the_same_and_changes_nothing() {
        RegistrationId registration = stage.register(PeopleStage.ada());
        Verified first = (Verified) stage.kiosk().verify(registration, stage.mailbox.code());
        Member before = stage.member("ada@example.org");

        Verified again = (Verified) stage.kiosk().verify(registration, stage.mailbox.code());

        assertThat(again).isEqualTo(new Verified(first.member(), first.user(), first.customers(), true));
        assertThat(stage.member("ada@example.org")).isEqualTo(before);
    }

    @Test
    @Requirement({"R6", "I16"})
    void secrets_work_until_their_time_is_over() {
        RegistrationId registration = stage.register(PeopleStage.ada());
        stage.time.advance(Duration.ofMinutes(10));
        assertThat(stage.kiosk().verify(registration, stage.mailbox.code())).isEqualTo(new Expired());
        assertThat(stage.kiosk().status(registration)).isEqualTo(RegistrationStatus.EXPIRED);
    }

    @Test
    @Requirement("R6")
    void after_a_new_message_only_its_secrets_work() {
        RegistrationId registration = stage.register(PeopleStage.ada());
        String oldCode = stage.mailbox.code();
        stage.time.advance(Duration.ofMinutes(11));

        assertThat(stage.kiosk().resend(registration)).isEqualTo(ResendResult.QUEUED);
        assertThat(stage.mailbox.messages()).hasSize(2);
        assertThat(stage.mailbox.code()).isNotEqualTo(oldCode);
        assertThat(stage.kiosk().verify(registration, oldCode)).isEqualTo(new Wrong(4));
        assertThat(stage.kiosk().verify(registration, stage.mailbox.code())).isInstanceOf(Verified.class);
        assertThat(stage.kiosk().resend(registration)).isEqualTo(ResendResult.NOTHING_TO_SEND);
    }

    @Test
    @Requirement("R6")
    void a_message_is_not_sent_again_within_the_pause() {
        RegistrationId registration = stage.register(PeopleStage.ada());
        stage.time.advance(Duration.ofSeconds(59));
        assertThat(stage.kiosk().resend(registration)).isEqualTo(ResendResult.TOO_SOON);
        assertThat(stage.mailbox.messages()).hasSize(1);
    }

    @Test
    @Requirement({"R5", "S2", "S3"})
    void a_newer_registration_kills_the_older_and_brings_its_own_values() {
        RegistrationId older = stage.register(PeopleStage.ada().name("Mallory", "Evil"));
        String olderCode = stage.mailbox.code();
        Member before = stage.member("ada@example.org");
        RegistrationId newer = stage.register(PeopleStage.ada());

        assertThat(stage.kiosk().verify(older, olderCode)).isEqualTo(new Wrong(4));
        assertThat(stage.kiosk().verify(older, stage.mailbox.code())).isEqualTo(new Wrong(3));
        Verified verified = (Verified) stage.kiosk().verify(newer, stage.mailbox.code());

        assertThat(verified.member()).isEqualTo(before.id());
        assertThat(verified.user()).isEqualTo(before.user());
        assertThat(stage.member("ada@example.org").details().name()).isEqualTo(PersonName.of("Ada", "Byron"));
    }

    @Test
    @Requirement("S2")
    void a_code_proves_the_registration_it_was_sent_for_and_no_other() {
        RegistrationId ada = stage.register(PeopleStage.ada());
        String adasCode = stage.mailbox.code();
        RegistrationId eve = stage.register(PeopleStage.ada().email("eve@example.org"));
        assertThat(stage.kiosk().verify(eve, adasCode)).isEqualTo(new Wrong(4));
        assertThat(stage.kiosk().verify(ada, adasCode)).isInstanceOf(Verified.class);
    }

    @Test
    @Requirement("B7")
    void an_unknown_registration_and_strange_secrets_are_answered_calmly() {
        assertThat(stage.kiosk().verify(RegistrationId.of("nobodys"), "1")).isEqualTo(new Expired());
        assertThat(stage.kiosk().status(RegistrationId.of("nobodys"))).isEqualTo(RegistrationStatus.UNKNOWN);
        assertThat(stage.kiosk().resend(RegistrationId.of("nobodys"))).isEqualTo(ResendResult.NOTHING_TO_SEND);
        RegistrationId registration = stage.register(PeopleStage.ada());
        assertThat(stage.kiosk().verify(registration, "")).isEqualTo(new Wrong(4));
        assertThat(stage.kiosk().verify(registration, "\u0000\ud83d".repeat(100_000)))
                .isEqualTo(new Wrong(3));
    }

    @Test
    @Requirement({"R4", "R8"})
    void an_address_all_of_whose_customers_have_a_member_is_taken_even_if_proven() {
        stage.customer("1", "ada@example.org", "2020-01-01T00:00:00Z");
        stage.registerAndVerify(PeopleStage.ada());
        moveAway("ada@example.org", "ada@elsewhere.org");

        RegistrationId newcomer = stage.register(PeopleStage.ada());
        String code = stage.mailbox.code();

        assertThat(stage.kiosk().verify(newcomer, code)).isEqualTo(new EmailTaken());
        assertThat(stage.kiosk().verify(newcomer, code)).isEqualTo(new EmailTaken());
        assertThat(stage.membership
                        .registration()
                        .trueStatus(newcomer)
                        .orElseThrow()
                        .state())
                .isEqualTo(RegistrationState.ADDRESS_TAKEN);
    }

    @Test
    @Requirement({"R8", "R4"})
    void a_newcomer_to_an_address_somebody_used_to_have_gets_another_name_and_the_free_customers() {
        CustomerId hers = stage.customer("1", "ada@example.org", "2020-01-01T00:00:00Z");
        stage.registerAndVerify(PeopleStage.ada());
        moveAway("ada@example.org", "ada@elsewhere.org");
        CustomerId free = stage.customer("2", "ada@example.org", "2021-01-01T00:00:00Z");

        Verified newcomer = stage.registerAndVerify(PeopleStage.ada());

        User user = stage.read(stores -> stores.users().find(newcomer.user()).orElseThrow());
        assertThat(user.username().value()).startsWith("ada@example.org#");
        assertThat(newcomer.customers().links()).containsExactly(free);
        assertThat(newcomer.customers().conflicts())
                .containsExactly(new LinkConflict(hers, LinkConflict.Reason.HAS_A_MEMBER));
    }

    @Test
    @Requirement("S8")
    void in_a_hosts_transaction_nothing_is_verified() {
        RegistrationId registration = stage.register(PeopleStage.ada());
        HostTransactions host = stage.opened.hostTransactions().orElseThrow();
        assertThatIllegalStateException()
                .isThrownBy(() -> host.inTransaction(joined ->
                        stage.membership.within(joined).registration().verify(registration, stage.mailbox.code())));
        assertThat(stage.kiosk().verify(registration, stage.mailbox.code())).isInstanceOf(Verified.class);
    }

    /** What a later verb will do: a member's address changes, the name stays. */
    private void moveAway(String from, String to) {
        Member member = stage.member(from);
        stage.opened.storage().inUnitOfWork(stores -> {
            User user = stores.users().find(member.user()).orElseThrow();
            stores.users()
                    .update(new User(
                            user.id(),
                            user.username(),
                            EmailAddress.of(to),
                            true,
                            user.verifiedAt(),
                            user.epoch() + 1));
            return true;
        });
    }
}
