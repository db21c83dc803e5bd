package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.password.SetPasswordResult;
import org.openmembership.password.SetPasswordResult.Wait;
import org.openmembership.password.SetPasswordResult.Wrong;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.UserId;

/** S8: short codes are guessed. */
@Requirement("S8")
class S08GuessingCodesTest extends PeopleTest {
    private static final String PASSWORD = "a fine long password";

    @Test
    void many_threads_get_five_guesses_together_and_then_not_even_the_right_code_works() throws Exception {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.membership.passwords().send(user);
        ConfirmationId link = stage.mailbox.last().confirmation();

        List<SetPasswordResult> results = Together.atOnce(12, () -> set(link, "00000000x"));

        assertThat(results).filteredOn(result -> !result.equals(new Wrong(0))).hasSize(4);
        assertThat(set(link, stage.mailbox.code())).isEqualTo(new Wrong(0));
    }

    @Test
    void whoever_guesses_the_codes_of_many_is_slowed_down_and_nobody_else_is() {
        List<ConfirmationId> links = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UserId user = stage.registerAndVerify(PeopleStage.ada().email("ada" + i + "@example.org"))
                    .user();
            stage.membership.passwords().send(user);
            links.add(stage.mailbox.last().confirmation());
        }
        List<SetPasswordResult> results = new ArrayList<>();
        for (ConfirmationId link : links) {
            for (int i = 0; i < 5; i++) {
                results.add(stage.web("evil").passwords().set(link, "00000000x", PASSWORD));
            }
        }
        assertThat(results).filteredOn(result -> result instanceof Wrong).hasSize(31);
        assertThat(results)
                .filteredOn(result -> result instanceof Wait)
                .containsOnly(new Wait(stage.time.instant().plus(Duration.ofSeconds(15))));
        assertThat(stage.web("home").passwords().set(links.get(7), stage.mailbox.code(), PASSWORD))
                .isInstanceOf(SetPasswordResult.PasswordSet.class);
    }

    private SetPasswordResult set(ConfirmationId link, String code) {
        return stage.membership.passwords().set(link, code, PASSWORD);
    }
}
