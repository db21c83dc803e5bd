package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.UserId;

/** B14: what a link or a code comes to in every state of what it was sent for; each cell is written down here. */
@Requirement({"B14", "S5", "S6"})
class B14SecretsStatesTest extends PeopleTest {
    private static final String PASSWORD = "a fine long password";
    private static final String WRONG = "WRONGWRONG";
    private static final int TOO_OFTEN = 12;
    private static final Duration TOO_LATE = Duration.ofDays(400);
    private int numbers;

    /** What was sent. */
    private record Link(ConfirmationId id, String token) {}

    /** What was sent for an attempt to register. */
    private record Attempt(RegistrationId id, String code) {}

    @Test
    void links_to_set_a_password() {
        Map<String, Supplier<Link>> states = new LinkedHashMap<>();
        states.put("open", () -> sent(user()));
        states.put("used", () -> {
            Link link = sent(user());
            stage.membership.passwords().set(link.id(), link.token(), PASSWORD);
            return link;
        });
        states.put("replaced", () -> {
            UserId user = user();
            Link link = sent(user);
            sent(user);
            return link;
        });
        states.put("too late", () -> {
            Link link = sent(user());
            stage.time.advance(TOO_LATE);
            return link;
        });
        states.put("guessed at", () -> {
            Link link = sent(user());
            for (int i = 0; i < TOO_OFTEN; i++) {
                stage.membership.passwords().set(link.id(), WRONG, PASSWORD);
            }
            return link;
        });
        states.put("of a disabled user", () -> {
            UserId user = user();
            Link link = sent(user);
            stage.membership.users().disable(user);
            return link;
        });
        states.put("for an address", () -> {
            stage.membership.emailChange().request(user(), address());
            return last();
        });
        states.put("unknown", () -> new Link(ConfirmationId.of("nobody"), WRONG));
        Map<String, Function<Link, Object>> operations = new LinkedHashMap<>();
        operations.put("set a password", link -> stage.membership.passwords().set(link.id(), link.token(), PASSWORD));
        operations.put("guess", link -> stage.membership.passwords().set(link.id(), WRONG, PASSWORD));
        operations.put(
                "move to an address", link -> stage.membership.emailChange().confirm(link.id(), link.token()));

        assertThat(States.table(states, operations)).isEqualTo("""
            set a password:
              PasswordSet: open
              Wrong: used, replaced, guessed at, of a disabled user
              Expired: too late, for an address, unknown
            guess:
              Wrong: open, used, replaced, guessed at, of a disabled user
              Expired: too late, for an address, unknown
            move to an address:
              Expired: open, used, replaced, too late, guessed at, of a disabled user, unknown
              Changed: for an address
            """);
    }

    @Test
    void attempts_to_register() {
        Map<String, Supplier<Attempt>> states = new LinkedHashMap<>();
        states.put("open", () -> begun(address()));
        states.put("proven", () -> {
            Attempt attempt = begun(address());
            stage.kiosk().verify(attempt.id(), attempt.code());
            return attempt;
        });
        states.put("proven and disabled", () -> {
            String address = address();
            Attempt attempt = begun(address);
            stage.kiosk().verify(attempt.id(), attempt.code());
            stage.membership
                    .users()
                    .disable(Objects.requireNonNull(stage.member(address).user()));
            return attempt;
        });
        states.put("replaced", () -> {
            String address = address();
            Attempt attempt = begun(address);
            begun(address);
            return attempt;
        });
        states.put("too late", () -> {
            Attempt attempt = begun(address());
            stage.time.advance(TOO_LATE);
            return attempt;
        });
        states.put("guessed at", () -> {
            Attempt attempt = begun(address());
            for (int i = 0; i < TOO_OFTEN; i++) {
                stage.kiosk().verify(attempt.id(), WRONG);
            }
            return attempt;
        });
        states.put("of a taken address", () -> {
            String address = address();
            stage.registerAndVerify(PeopleStage.ada().email(address));
            return new Attempt(stage.register(PeopleStage.ada().email(address)), WRONG);
        });
        states.put("unknown", () -> new Attempt(RegistrationId.of("nobody"), WRONG));
        Map<String, Function<Attempt, Object>> operations = new LinkedHashMap<>();
        operations.put("prove", attempt -> stage.kiosk().verify(attempt.id(), attempt.code()));
        operations.put("guess", attempt -> stage.kiosk().verify(attempt.id(), WRONG));
        operations.put("send again", attempt -> {
            stage.time.advance(Duration.ofHours(1));
            return stage.kiosk().resend(attempt.id());
        });
        operations.put("ask how it stands", attempt -> stage.kiosk().status(attempt.id()));

        assertThat(States.table(states, operations)).isEqualTo("""
            prove:
              Verified: open, proven
              UserDisabled: proven and disabled
              Wrong: replaced, guessed at, of a taken address
              Expired: too late, unknown
            guess:
              Wrong: open, proven, proven and disabled, replaced, guessed at, of a taken address
              Expired: too late, unknown
            send again:
              QUEUED: open, replaced, too late, of a taken address
              NOTHING_TO_SEND: proven, proven and disabled, guessed at, unknown
            ask how it stands:
              AWAITING_VERIFICATION: open, replaced, of a taken address
              VERIFIED: proven, proven and disabled
              EXPIRED: too late, guessed at
              UNKNOWN: unknown
            """);
    }

    private UserId user() {
        return stage.registerAndVerify(PeopleStage.ada().email(address())).user();
    }

    private Link sent(UserId user) {
        stage.membership.passwords().send(user);
        return last();
    }

    private Link last() {
        return new Link(stage.mailbox.last().confirmation(), stage.mailbox.token());
    }

    private Attempt begun(String address) {
        return new Attempt(stage.register(PeopleStage.ada().email(address)), stage.mailbox.code());
    }

    private String address() {
        numbers++;
        return "p" + numbers + "@example.org";
    }
}
