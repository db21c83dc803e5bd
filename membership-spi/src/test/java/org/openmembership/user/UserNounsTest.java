package org.openmembership.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.testkit.Requirement;

class UserNounsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final SecretSeal SEAL = SecretSeal.keyless();
    private static final EmailAddress ADA = EmailAddress.of("Ada@Example.org");

    @Test
    @Requirement({"A13", "R8"})
    void the_username_is_the_email_key() {
        assertThat(Username.of(ADA.key()).value()).isEqualTo("ada@example.org");
        assertThat(Username.of(E164.of("+4930123456")).value()).isEqualTo("+4930123456");
    }

    @Test
    @Requirement("R8")
    void a_newcomer_with_a_mailbox_somebody_used_to_have_gets_a_suffix_that_is_no_address() {
        Username suffixed = Username.of(ADA.key(), UserId.of("u-2"));
        assertThat(suffixed.value()).isEqualTo("ada@example.org#u-2");
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of(suffixed.value()));
    }

    @Test
    @Requirement({"A14", "R9"})
    void disabled_and_unverified_are_separate_warnings() {
        User user = anyUser();
        assertThat(user.warnings(true)).containsExactly(UserWarning.UNVERIFIED);
        assertThat(user.warnings(false)).isEmpty();
        assertThat(user.withEnabled(false).warnings(true))
                .containsExactlyInAnyOrder(UserWarning.DISABLED, UserWarning.UNVERIFIED);
        assertThat(user.verified(NOW).warnings(true)).isEmpty();
    }

    @Test
    @Requirement("I16")
    void every_change_begins_a_new_epoch() {
        User user = anyUser();
        assertThat(user.verified(NOW).epoch()).isEqualTo(2);
        assertThat(user.superseded(ADA).epoch()).isEqualTo(2);
        assertThat(user.withEnabled(false).withEnabled(true).epoch()).isEqualTo(3);
    }

    @Test
    void a_second_proof_keeps_the_first_instant() {
        assertThat(anyUser().verified(NOW).verified(NOW.plusSeconds(9)).verifiedAt())
                .isEqualTo(NOW);
    }

    @Test
    @Requirement({"S7", "S35"})
    void secrets_are_never_shown() {
        Message.Proof proof = new Message.Proof(new Secret("canary"), new Secret("canary"), NOW);
        Message message = new Message(
                NotificationId.of("n-1"),
                NotificationPurpose.VERIFY_ADDRESS,
                EmailAddress.of("canary@example.org"),
                new MessageTopic.OfRegistration(RegistrationId.of("r-1")),
                proof);
        assertThat(message + " " + proof + " " + new SecretHash("ca".repeat(32)))
                .doesNotContain("canary", "caca");
    }

    @Test
    void only_a_message_that_proves_carries_secrets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Message(
                        NotificationId.of("n-1"),
                        NotificationPurpose.VERIFY_ADDRESS,
                        ADA,
                        new MessageTopic.OfRegistration(RegistrationId.of("r-1")),
                        null));
    }

    @Test
    void a_notification_in_delivery_is_not_due_again_at_once() {
        Notification due = Notification.due(
                NotificationId.of("n-1"),
                NotificationPurpose.VERIFY_ADDRESS,
                UserId.of("u-1"),
                new MessageTopic.OfRegistration(RegistrationId.of("r-1")),
                NOW);
        Notification tried = due.attempted(NOW.plusSeconds(60));
        assertThat(due.isDue(NOW)).isTrue();
        assertThat(tried.isDue(NOW.plusSeconds(59))).isFalse();
        assertThat(tried.isDue(NOW.plusSeconds(60))).isTrue();
        assertThat(tried.abandoned().isDue(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    @Requirement("R6")
    void hashes_match_only_themselves() {
        SecretHash hash = new SecretHash("ab".repeat(32));
        assertThat(hash.matches(new SecretHash("ab".repeat(32)))).isTrue();
        assertThat(hash.matches(new SecretHash("ab".repeat(31) + "ac"))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretHash("AB".repeat(32)));
    }

    @Test
    @Requirement({"S6", "I16"})
    void the_same_secret_has_another_hash_for_another_purpose_or_binding() {
        Secret secret = new Secret("12345678");
        assertThat(Stream.of(
                                SEAL.hash("VERIFY_ADDRESS", List.of("r-1", "u-1"), secret),
                                SEAL.hash("SET_PASSWORD", List.of("r-1", "u-1"), secret),
                                SEAL.hash("VERIFY_ADDRESS", List.of("r-1", "u-2"), secret),
                                SEAL.hash("VERIFY_ADDRESS", List.of("r-1u", "-1"), secret),
                                SEAL.hash("VERIFY_ADDRESS", List.of("r-1u-1"), secret))
                        .distinct())
                .hasSize(5);
    }

    private static User anyUser() {
        return User.unverified(UserId.of("u-1"), Username.of(ADA.key()), ADA);
    }
}
