package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openmembership.password.SignInResult;
import org.openmembership.password.SignInResult.Refused;
import org.openmembership.password.SignInResult.SignedIn;
import org.openmembership.password.SignInResult.Wait;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.shared.Origin;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.Throttle;
import org.openmembership.user.ThrottleKey;
import org.openmembership.user.ThrottleLimit;
import org.openmembership.user.ThrottlePolicy;
import org.openmembership.user.UserId;

/** S10: passwords are tried by the thousand, against one account or against all. */
@Requirement("S10")
class S10StuffingTest extends PeopleTest {
    private static final String PASSWORD = "a fine long password";
    private static final String ADA = "ada@example.org";

    @Test
    void after_five_wrong_passwords_from_one_place_pauses_grow_and_end() {
        stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        for (int i = 0; i < 6; i++) {
            assertThat(signIn("evil", "wrong password " + i)).isEqualTo(new Refused());
        }
        assertThat(signIn("evil", PASSWORD)).isEqualTo(waitFor(15));
        stage.time.advance(Duration.ofSeconds(14));
        assertThat(signIn("evil", "wrong password")).isEqualTo(waitFor(1));
        stage.time.advance(Duration.ofSeconds(1));
        assertThat(signIn("evil", "wrong password")).isEqualTo(new Refused());
        assertThat(signIn("evil", PASSWORD)).isEqualTo(waitFor(30));
    }

    @Test
    void strangers_everywhere_cannot_keep_the_owner_out_where_she_has_signed_in_before() {
        stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        assertThat(signIn("home", PASSWORD)).isInstanceOf(SignedIn.class);
        int tried = 0;
        for (int i = 0; i < 80; i++) {
            tried += signIn("evil " + i, "wrong password") instanceof Refused ? 1 : 0;
        }

        assertThat(tried).isEqualTo(51);
        assertThat(signIn("somewhere new", PASSWORD)).isInstanceOf(Wait.class);
        assertThat(signIn("home", PASSWORD)).isInstanceOf(SignedIn.class);
        assertThat(stage.web("home").passwords().request(ADA)).isNotInstanceOf(Wait.class);
    }

    @Test
    void the_owner_gets_in_from_somewhere_new_after_the_delay_or_through_the_mailbox() {
        stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        for (int i = 0; i < 60; i++) {
            signIn("evil " + i, "wrong password");
        }
        Wait wait = (Wait) signIn("holiday", PASSWORD);
        stage.web("holiday").passwords().request(ADA);
        assertThat(stage.web("holiday")
                        .passwords()
                        .set(stage.mailbox.last().confirmation(), stage.mailbox.token(), PASSWORD + "!"))
                .isNotNull();
        assertThat(signIn("holiday", PASSWORD + "!")).isInstanceOf(SignedIn.class);
        for (int i = 0; i < 60; i++) {
            signIn("evil again " + i, "wrong password");
        }
        Wait again = (Wait) signIn("elsewhere", PASSWORD + "!");
        assertThat(again.until()).isAfterOrEqualTo(wait.until());
        stage.time.set(again.until());
        assertThat(signIn("elsewhere", PASSWORD + "!")).isInstanceOf(SignedIn.class);
    }

    @Test
    void one_place_that_tries_all_accounts_is_slowed_down_whatever_it_knows_of_one() {
        stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        int tried = 0;
        for (int i = 0; i < 120; i++) {
            tried += signIn("evil", "nobody" + i + "@example.org", PASSWORD) instanceof Refused ? 1 : 0;
            if (i % 50 == 20) {
                signIn("evil", PASSWORD);
            }
        }
        assertThat(tried).isEqualTo(101);
    }

    @Test
    void trying_at_once_gains_nothing_because_a_try_counts_before_it_is_judged() {
        UserId user = stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        assertThat(signIn("evil", "wrong password")).isEqualTo(new Refused());
        ThrottleKey pair =
                ThrottleKey.ofPair(SecretSeal.keyless(), "SIGN_IN", "user:" + user.value(), Origin.of("evil"));
        int failures = stage.opened
                .storage()
                .inUnitOfWork(stores -> stores.throttles()
                        .lock(new TreeSet<>(Set.of(pair)))
                        .get(0)
                        .failures());
        assertThat(failures).isEqualTo(1);
    }

    @Test
    void in_a_hundred_thousand_tries_less_than_a_hundred_are_judged() {
        ThrottleLimit account = ThrottlePolicy.DEFAULT.signIn().account();
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        Throttle throttle = Throttle.none(new ThrottleKey("0".repeat(64), null), now);
        int judged = 0;
        for (int i = 0; i < 100_000; i++) {
            if (!throttle.isPaused(now)) {
                throttle = throttle.failed(account, now);
                judged++;
            }
            now = now.plusSeconds(10);
        }
        assertThat(judged).isBetween(50, 100);
    }

    private SignInResult signIn(String origin, String password) {
        return signIn(origin, ADA, password);
    }

    private SignInResult signIn(String origin, String login, String password) {
        return stage.web(origin).signIn().signIn(login, password);
    }

    private Wait waitFor(long seconds) {
        return new Wait(stage.time.instant().plusSeconds(seconds));
    }
}
