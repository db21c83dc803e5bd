package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.EmailAddress;
import org.openmembership.email.EmailChangeResult.AwaitingConfirmation;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.Message;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.UserId;

/** S14: an account is taken over without its owner noticing. */
@Requirement("S14")
class S14OwnerIsToldTest extends PeopleTest {
    @Test
    void whoever_sets_a_password_the_stored_address_is_told() {
        stage.userWithPassword(PeopleStage.ada(), "a fine long password");
        assertLast(NotificationPurpose.PASSWORD_CHANGED, "ada@example.org");
    }

    @Test
    void the_old_address_is_told_of_the_new_one_even_if_the_mail_server_was_down_then() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        ConfirmationId moving =
                ((AwaitingConfirmation) stage.membership.emailChange().request(user, "eve@example.org")).confirmation();
        String code = stage.mailbox.code();
        stage.mailbox.breakDown();
        stage.membership.emailChange().confirm(moving, code);
        stage.mailbox.repair();
        stage.time.advance(Duration.ofMinutes(1));

        stage.membership.notifications().deliver(10);

        assertLast(NotificationPurpose.ADDRESS_CHANGED, "ada@example.org");
        assertThat(stage.user(user).email()).isEqualTo(EmailAddress.of("eve@example.org"));
    }

    private void assertLast(NotificationPurpose purpose, String address) {
        Message last = stage.mailbox.last();
        assertThat(last.purpose()).isEqualTo(purpose);
        assertThat(last.address()).isEqualTo(EmailAddress.of(address));
        assertThat(last.proof()).isNull();
    }
}
