package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.email.EmailChangeResult.AwaitingConfirmation;
import org.openmembership.email.EmailConfirmationResult;
import org.openmembership.password.SetPasswordResult;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.registration.VerificationResult;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.UserId;

/** S6: a secret of one purpose is tried at every other door. */
@Requirement("S6")
class S06TokenConfusionTest extends PeopleTest {
    private static final String PASSWORD = "a fine long password";

    @Test
    void no_secret_opens_any_door_but_its_own() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        RegistrationId registration = stage.register(PeopleStage.ada().email("eve@example.org"));
        List<String> ofRegistration = List.of(stage.mailbox.code(), stage.mailbox.token());
        stage.membership.passwords().send(user);
        ConfirmationId link = stage.mailbox.last().confirmation();
        List<String> ofLink = List.of(stage.mailbox.code(), stage.mailbox.token());
        ConfirmationId moving = ((AwaitingConfirmation)
                        stage.membership.emailChange().request(user, "ada@elsewhere.org"))
                .confirmation();
        List<String> ofMove = List.of(stage.mailbox.code(), stage.mailbox.token());

        for (int i = 0; i < 2; i++) {
            assertThat(stage.kiosk().verify(registration, ofLink.get(i))).isInstanceOf(VerificationResult.Wrong.class);
            assertThat(stage.kiosk().verify(registration, ofMove.get(i))).isInstanceOf(VerificationResult.Wrong.class);
            assertThat(set(link, ofRegistration.get(i))).isInstanceOf(SetPasswordResult.Wrong.class);
            assertThat(set(link, ofMove.get(i))).isInstanceOf(SetPasswordResult.Wrong.class);
            assertThat(set(moving, ofMove.get(i))).isInstanceOf(SetPasswordResult.Expired.class);
            assertThat(confirm(moving, ofLink.get(i))).isInstanceOf(EmailConfirmationResult.Wrong.class);
            assertThat(confirm(moving, ofRegistration.get(i))).isInstanceOf(EmailConfirmationResult.Wrong.class);
            assertThat(confirm(link, ofLink.get(i))).isInstanceOf(EmailConfirmationResult.Expired.class);
        }

        assertThat(stage.kiosk().verify(registration, ofRegistration.get(0)))
                .isInstanceOf(VerificationResult.Verified.class);
        assertThat(confirm(moving, ofMove.get(1))).isInstanceOf(EmailConfirmationResult.Changed.class);
    }

    private SetPasswordResult set(ConfirmationId confirmation, String secret) {
        return stage.membership.passwords().set(confirmation, secret, PASSWORD);
    }

    private EmailConfirmationResult confirm(ConfirmationId confirmation, String secret) {
        return stage.membership.emailChange().confirm(confirmation, secret);
    }
}
