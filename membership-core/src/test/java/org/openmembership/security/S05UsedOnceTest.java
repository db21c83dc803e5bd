package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.password.SetPasswordResult;
import org.openmembership.password.SetPasswordResult.PasswordSet;
import org.openmembership.password.SetPasswordResult.Wrong;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.UserId;

/** S5: a link is used twice, at once, or looked at by a scanner first. */
@Requirement("S5")
class S05UsedOnceTest extends PeopleTest {
    @Test
    void of_many_who_use_a_link_at_once_exactly_one_sets_the_password() throws Exception {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.membership.passwords().send(user);
        ConfirmationId link = stage.mailbox.last().confirmation();
        String token = stage.mailbox.token();

        List<SetPasswordResult> results = Together.atOnce(32, () -> set(link, token));

        assertThat(results).filteredOn(result -> result instanceof PasswordSet).hasSize(1);
        assertThat(results)
                .filteredOn(result -> !(result instanceof PasswordSet))
                .allMatch(result -> result instanceof Wrong);
        int version = stage.read(
                stores -> stores.credentials().find(user).orElseThrow().version());
        assertThat(version).isEqualTo(1);
    }

    @Test
    void nothing_but_setting_a_password_uses_a_link_up() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.membership.passwords().send(user);
        ConfirmationId link = stage.mailbox.last().confirmation();
        for (int i = 0; i < 10; i++) {
            stage.read(stores -> stores.confirmations().find(link));
            stage.web("scanner").passwords().set(link, stage.mailbox.token(), "");
        }
        assertThat(set(link, stage.mailbox.token())).isInstanceOf(PasswordSet.class);
    }

    private SetPasswordResult set(ConfirmationId link, String token) {
        return stage.membership.passwords().set(link, token, "a fine long password");
    }
}
