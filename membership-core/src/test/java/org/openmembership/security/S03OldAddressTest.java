package org.openmembership.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.EmailAddress;
import org.openmembership.email.EmailChangeResult.AwaitingConfirmation;
import org.openmembership.email.EmailConfirmationResult.Changed;
import org.openmembership.password.SetPasswordResult.Wrong;
import org.openmembership.registration.PeopleStage;
import org.openmembership.registration.PeopleTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.Message;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.UserId;

/** S3: a code sent to one address must never prove another one. */
@Requirement("S3")
class S03OldAddressTest extends PeopleTest {
    private static final int INTERLEAVINGS = 1_000;

    /** As many codes as are tried again, the newest among them. */
    private static final int REMEMBERED = 8;

    /** A code that was sent, and where to. */
    private record Sent(ConfirmationId confirmation, String code, EmailAddress address, boolean newest) {
        Sent older() {
            return new Sent(confirmation, code, address, false);
        }
    }

    @Test
    void whatever_the_order_only_the_newest_code_moves_the_address_and_only_to_where_it_was_sent() {
        Random random = new Random(20260301);
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        List<Sent> sent = new ArrayList<>();
        for (int step = 0; step < INTERLEAVINGS; step++) {
            stage.time.advance(Duration.ofHours(1));
            if (sent.isEmpty() || random.nextBoolean()) {
                sent.replaceAll(Sent::older);
                sent.add(request(user, "ada" + step + "@example.org"));
            }
            int old = Math.max(0, sent.size() - REMEMBERED);
            sent.subList(0, old).clear();
            Sent tried = sent.get(random.nextInt(sent.size()));
            EmailAddress before = stage.user(user).email();

            boolean changed =
                    stage.membership.emailChange().confirm(tried.confirmation(), tried.code()) instanceof Changed;

            assertThat(changed).isEqualTo(tried.newest() && isFresh(tried));
            assertThat(stage.user(user).email()).isEqualTo(changed ? tried.address() : before);
            sent.replaceAll(other -> changed ? other.older() : other);
        }
    }

    @Test
    void a_link_for_a_password_is_dead_once_the_address_has_changed() {
        UserId user = stage.registerAndVerify(PeopleStage.ada()).user();
        stage.membership.passwords().send(user);
        Message link = stage.mailbox.last();
        String token = stage.mailbox.token();
        Sent moving = request(user, "ada@elsewhere.org");
        stage.membership.emailChange().confirm(moving.confirmation(), moving.code());

        assertThat(stage.membership.passwords().set(link.confirmation(), token, "a fine long password"))
                .isInstanceOf(Wrong.class);
    }

    /** Codes live for ten minutes, and a step lasts an hour. */
    private boolean isFresh(Sent sent) {
        return stage.read(stores ->
                        stores.confirmations().find(sent.confirmation()).orElseThrow())
                .secrets()
                .expiresAt()
                .isAfter(stage.time.instant());
    }

    private Sent request(UserId user, String address) {
        AwaitingConfirmation asked =
                (AwaitingConfirmation) stage.membership.emailChange().request(user, address);
        assertThat(stage.mailbox.last().purpose()).isEqualTo(NotificationPurpose.CONFIRM_NEW_ADDRESS);
        return new Sent(asked.confirmation(), stage.mailbox.code(), EmailAddress.of(address), true);
    }
}
