package org.openmembership.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.openmembership.access.PermissionDeniedException;
import org.openmembership.customer.EmailAddress;
import org.openmembership.password.SetPasswordResult;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.shared.Actor;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.UserId;
import org.openmembership.user.UserWarning;
import org.openmembership.user.Username;

/** Switching users on and off. */
@Requirement("A54")
class UsersTest extends PeopleTest {
    @Test
    @Requirement({"A54", "A14", "R9"})
    void a_disabled_user_shows_the_warning_until_it_is_enabled_again() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        Username name = Username.of(EmailAddress.of("ada@example.org").key());

        assertThat(users().disable(user)).isEqualTo(UserChange.CHANGED);
        assertThat(users().disable(user)).isEqualTo(UserChange.UNCHANGED);
        assertThat(stage.membership.registration().warnings(name)).containsExactly(UserWarning.DISABLED);
        assertThat(users().enable(user)).isEqualTo(UserChange.CHANGED);

        assertThat(stage.membership.registration().warnings(name)).isEmpty();
        assertThat(users().find(user)).contains(stage.user(user));
        assertThat(users().enable(UserId.of("nobody"))).isEqualTo(UserChange.UNKNOWN_USER);
    }

    @Test
    @Requirement({"A54", "I16"})
    void disabling_kills_the_links_that_were_sent_and_sessions() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.membership.passwords().send(user);
        int epoch = stage.user(user).epoch();
        users().disable(user);
        users().enable(user);

        assertThat(stage.setPassword("a fine long password")).isEqualTo(new SetPasswordResult.Wrong(4));
        assertThat(stage.user(user).epoch()).isGreaterThan(epoch);
    }

    @Test
    @Requirement("R20")
    void switching_needs_a_grant() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        Actor herself = Actor.member(stage.member("ada@example.org").id().value());
        for (Actor actor : new Actor[] {Actor.staff("clerk-1"), Actor.till("till-7"), herself}) {
            assertThatExceptionOfType(PermissionDeniedException.class)
                    .isThrownBy(() -> stage.membership.as(actor).users().disable(user));
        }
        assertThat(stage.user(user).enabled()).isTrue();
    }

    private Users users() {
        return stage.membership.users();
    }
}
