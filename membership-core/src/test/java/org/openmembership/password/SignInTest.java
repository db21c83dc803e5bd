package org.openmembership.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.password.SignInResult.Refused;
import org.openmembership.password.SignInResult.SignedIn;
import org.openmembership.password.SignInResult.Warned;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.Credential;
import org.openmembership.user.UserId;
import org.openmembership.user.UserWarning;

/** Signing in. */
class SignInTest extends PeopleTest {
    private static final String PASSWORD = "a fine long password";
    private static final String ADA = "ada@example.org";

    @Test
    @Requirement({"A12", "A13", "R8"})
    void a_member_signs_in_with_the_address_however_it_is_typed() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        for (String typed : new String[] {ADA, " Ada@EXAMPLE.org "}) {
            assertThat(signIn(typed, PASSWORD))
                    .isInstanceOfSatisfying(
                            SignedIn.class, in -> assertThat(in.user()).isEqualTo(user));
        }
    }

    @Test
    @Requirement({"S9", "B12"})
    void whoever_is_not_known_has_no_password_or_types_the_wrong_one_is_refused_alike() {
        stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        stage.registerAndVerify(PeopleStage.ada().email("eve@example.org"));

        assertThat(signIn("nobody@example.org", PASSWORD)).isEqualTo(new Refused());
        assertThat(signIn("eve@example.org", PASSWORD)).isEqualTo(new Refused());
        assertThat(signIn(ADA, PASSWORD + " ")).isEqualTo(new Refused());
        assertThat(signIn(ADA, "")).isEqualTo(new Refused());
        assertThat(signIn("\u0000\ud83d".repeat(1_000), "\u0000\ud83d".repeat(100_000)))
                .isEqualTo(new Refused());
    }

    @Test
    @Requirement({"A14", "R9", "C23", "A54"})
    void a_disabled_user_is_warned_of_it_with_the_right_password_only() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        stage.membership.users().disable(user);

        assertThat(signIn(ADA, PASSWORD)).isEqualTo(new Warned(Set.of(UserWarning.DISABLED)));
        assertThat(signIn(ADA, "the wrong password")).isEqualTo(new Refused());
        stage.membership.users().enable(user);
        assertThat(signIn(ADA, PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    @Requirement("S12")
    void an_old_hash_is_made_anew_when_its_owner_signs_in() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        Credential before = credential(user);
        stage.hasher.upgrade();
        assertThat(signIn(ADA, "the wrong password")).isEqualTo(new Refused());
        assertThat(credential(user)).isEqualTo(before);

        SignedIn in = (SignedIn) signIn(ADA, PASSWORD);

        assertThat(credential(user).hash().value()).startsWith("$quick$v2$");
        assertThat(credential(user).setAt()).isEqualTo(before.setAt());
        assertThat(signIn(ADA, PASSWORD)).isEqualTo(in);
    }

    @Test
    @Requirement("B12")
    void two_ways_to_type_the_same_characters_are_one_password() {
        stage.userWithPassword(PeopleStage.ada(), "caf\u00e9 au lait \ud83d\ude80 please");
        assertThat(signIn(ADA, "cafe\u0301 au lait \ud83d\ude80 please")).isInstanceOf(SignedIn.class);
    }

    @Test
    @Requirement("S10")
    void counts_that_are_long_quiet_are_taken_out() {
        signIn("nobody@example.org", PASSWORD);
        assertThat(stage.membership.signIn().forget(10)).isZero();
        stage.time.advance(Duration.ofDays(100));
        assertThat(stage.membership.signIn().forget(10)).isEqualTo(3);
        assertThat(stage.membership.signIn().forget(10)).isZero();
    }

    private SignInResult signIn(String login, String password) {
        return stage.web("home").signIn().signIn(login, password);
    }

    private Credential credential(UserId user) {
        return stage.read(stores -> stores.credentials().find(user).orElseThrow());
    }
}
