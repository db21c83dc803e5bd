package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.EmailAddress;
import org.openmembership.user.Confirmation;
import org.openmembership.user.ConfirmationFacts;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.ConfirmationStore;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.User;

/** What every {@link ConfirmationStore} does. */
@Requirement("I16")
public abstract class ConfirmationStoreContract extends StoreContract {
    private final User user = AnyMember.anyUser();

    @Test
    void a_confirmation_is_read_back_whole() {
        Confirmation plain = begun("c-1", Any.minute(1), null);
        Confirmation moving = begun("c-2", Any.minute(2), AnyCustomer.anyEmail());
        Confirmation sent = withSecrets(plain);
        Confirmation tried = sent.triedInVain();
        Confirmation used = tried.used();
        add(plain, moving);

        assertThat(find("c-2")).contains(moving);
        for (Confirmation next : new Confirmation[] {sent, tried, used}) {
            write(stores -> stores.confirmations().update(next));
            assertThat(find("c-1")).contains(next);
        }
    }

    @Test
    @Requirement("S9")
    void one_about_an_address_nobody_has_is_kept_like_any_other() {
        Confirmation decoy = Confirmation.begun(
                ConfirmationId.of("c-1"),
                Confirmation.Purpose.SET_PASSWORD,
                null,
                Confirmation.State.OPEN,
                Any.anyInstant());
        write(stores -> stores.confirmations().add(decoy));
        Confirmation sent = withSecrets(decoy);
        write(stores -> stores.confirmations().update(sent));

        assertThat(find("c-1")).contains(sent);
        ConfirmationFacts facts = forUpdate("c-1").orElseThrow();
        assertThat(facts).isEqualTo(new ConfirmationFacts(sent, null, true));
        assertThat(facts.isAlive()).isFalse();
    }

    @Test
    void facts_tell_the_user_as_it_is_now() {
        add(begun("c-1", Any.minute(1), null));
        assertThat(forUpdate("c-1").orElseThrow().isAlive()).isTrue();
        User changed = user.withNewPassword();
        write(stores -> stores.users().update(changed));

        ConfirmationFacts facts = forUpdate("c-1").orElseThrow();

        assertThat(facts.user()).isEqualTo(changed);
        assertThat(facts.isAlive()).isFalse();
        assertThat(forUpdate("nobodys")).isEmpty();
    }

    @Test
    @Requirement("R13")
    void the_newest_of_a_user_and_purpose_is_alive() {
        Confirmation password = begun("c-3", Any.minute(1), null);
        Confirmation moving = Confirmation.begun(
                ConfirmationId.of("c-4"),
                Confirmation.Purpose.CHANGE_ADDRESS,
                Objects.requireNonNull(password.subject()),
                Confirmation.State.OPEN,
                Any.minute(9));
        add(password, moving);
        assertThat(forUpdate("c-3").orElseThrow().newest()).isTrue();
        write(stores -> stores.confirmations().add(begun("c-5", Any.minute(1), null)));
        assertThat(forUpdate("c-3").orElseThrow().newest()).isFalse();
        write(stores -> stores.confirmations().add(begun("c-2", Any.minute(2), null)));

        assertThat(forUpdate("c-3").orElseThrow().newest()).isFalse();
        assertThat(forUpdate("c-5").orElseThrow().newest()).isFalse();
        assertThat(forUpdate("c-2").orElseThrow().newest()).isTrue();
        assertThat(forUpdate("c-4").orElseThrow().newest()).isTrue();
    }

    @Test
    @Requirement("S5")
    void a_secret_is_used_once() {
        Confirmation begun = begun("c-1", Any.minute(1), null);
        add(begun);
        write(stores -> stores.confirmations().update(begun.used()));

        assertAlwaysLost(stores -> stores.confirmations().update(begun.used()));
        assertRunAgain(
                stores -> stores.confirmations().update(begun.used()),
                stores -> assertThat(stores.confirmations()
                                .find(begun.id())
                                .orElseThrow()
                                .state())
                        .isEqualTo(Confirmation.State.USED));
    }

    private Confirmation begun(String id, Instant at, @Nullable EmailAddress previous) {
        Confirmation.Subject subject =
                new Confirmation.Subject(user.id(), user.epoch(), Objects.requireNonNull(user.email()), previous);
        return Confirmation.begun(
                ConfirmationId.of(id), Confirmation.Purpose.SET_PASSWORD, subject, Confirmation.State.OPEN, at);
    }

    private static Confirmation withSecrets(Confirmation confirmation) {
        return confirmation.withSecrets(
                SecretSeal.keyless(), new Secret(Any.any("code")), new Secret(Any.any("token")), Any.minute(60));
    }

    private void add(Confirmation... confirmations) {
        write(stores -> {
            stores.users().add(user);
            for (Confirmation confirmation : confirmations) {
                stores.confirmations().add(confirmation);
            }
        });
    }

    private Optional<Confirmation> find(String id) {
        return read(stores -> stores.confirmations().find(ConfirmationId.of(id)));
    }

    private Optional<ConfirmationFacts> forUpdate(String id) {
        return storage().inUnitOfWork(stores -> stores.confirmations().forUpdate(ConfirmationId.of(id)));
    }
}
