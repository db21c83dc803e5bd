package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.password.PasswordRequestResult.Requested;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.ConfirmationId;

/** S9: somebody finds out who is a member. */
@Requirement({"S9", "R7"})
class S09EnumerationTest extends PeopleTest {
    private static final String KNOWN = "ada@example.org";
    private static final String UNKNOWN = "nobody@example.org";
    private static final String DISABLED = "eve@example.org";
    private static final String PASSWORD = "a fine long password";

    @Test
    void signing_in_and_asking_for_a_password_answer_and_work_alike_for_everybody() {
        stage.userWithPassword(PeopleStage.ada(), PASSWORD);
        stage.membership
                .users()
                .disable(stage.userWithPassword(PeopleStage.ada().email(DISABLED), PASSWORD));

        List<Object> ofUnknown = story(UNKNOWN);

        assertThat(story(KNOWN)).isEqualTo(ofUnknown);
        assertThat(story(DISABLED)).isEqualTo(ofUnknown);
    }

    @Test
    void nobody_is_sent_anything_at_an_address_that_is_not_a_users() {
        stage.web("evil").passwords().request(UNKNOWN);
        assertThat(stage.mailbox.messages()).isEmpty();
        stage.time.advance(Duration.ofDays(2));
        assertThat(stage.membership.notifications().deliver(10).sent()).isZero();
        assertThat(stage.mailbox.messages()).isEmpty();
    }

    /** Everything a stranger can try, with what it costs; always at the same time of day. */
    private List<Object> story(String login) {
        Instant start = stage.time.instant();
        Membership web = stage.web("stranger of " + login);
        List<Object> seen = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int before = stage.hasher.work();
            seen.add(web.signIn().signIn(login, "some wrong password"));
            seen.add(stage.hasher.work() - before);
        }
        List<ConfirmationId> links = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Object result = web.passwords().request(login);
            seen.add(result instanceof Requested ? "requested" : result);
            if (result instanceof Requested requested) {
                links.add(requested.confirmation());
            }
        }
        for (ConfirmationId link : links) {
            for (int i = 0; i < 6; i++) {
                seen.add(web.passwords().set(link, "00000000", PASSWORD));
            }
        }
        stage.time.advance(Duration.ofMinutes(11));
        links.forEach(link -> seen.add(web.passwords().set(link, "00000000", PASSWORD)));
        stage.time.set(start);
        return seen;
    }
}
