package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openmembership.customer.EmailAddress;
import org.openmembership.password.PasswordLinkResult;
import org.openmembership.password.SignInResult.Refused;
import org.openmembership.password.SignInResult.SignedIn;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.registration.VerificationResult.Verified;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.UserId;

/** S2: somebody registers with an address of another's and waits for its owner to come. */
@Requirement("S2")
class S02PreHijackTest extends PeopleTest {
    private static final String PASSWORD = "the owner's own password";

    @Test
    void no_password_can_be_had_before_the_owner_of_the_mailbox_sets_one() {
        stage.register(PeopleStage.ada().name("Mallory", "Evil"));
        UserId claimed = stage.read(stores -> stores.members()
                .holders(EmailAddress.of("ada@example.org").key())
                .holders()
                .get(0)
                .user()
                .id());

        stage.web("evil").passwords().request("ada@example.org");

        assertThat(stage.mailbox.messages())
                .noneMatch(message -> message.purpose() == NotificationPurpose.SET_PASSWORD);
        assertThat(stage.membership.passwords().send(claimed))
                .isEqualTo(new PasswordLinkResult.NotSent(PasswordLinkResult.Reason.UNVERIFIED));
        assertThat(stage.web("evil").signIn().signIn("ada@example.org", PASSWORD))
                .isEqualTo(new Refused());
    }

    @Test
    void what_the_first_registrant_holds_is_dead_once_the_owner_has_proven_the_address() {
        RegistrationId mallorys = stage.register(PeopleStage.ada().name("Mallory", "Evil"));
        String intercepted = stage.mailbox.code();
        UserId owner = stage.userWithPassword(PeopleStage.ada(), PASSWORD);

        assertThat(stage.kiosk().verify(mallorys, intercepted)).isNotInstanceOf(Verified.class);

        assertThat(stage.web("home").signIn().signIn("ada@example.org", PASSWORD))
                .isInstanceOfSatisfying(
                        SignedIn.class, in -> assertThat(in.user()).isEqualTo(owner));
    }
}
