package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmembership.user.Credential;
import org.openmembership.user.CredentialStore;
import org.openmembership.user.PasswordHash;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/** What every {@link CredentialStore} does. */
public abstract class CredentialStoreContract extends StoreContract {
    private static final PasswordHash HASH = new PasswordHash("$scheme$v=1$~".repeat(5));
    private static final PasswordHash OTHER = new PasswordHash("$".repeat(PasswordHash.MAX_LENGTH));

    @Test
    @Requirement("R13")
    void a_credential_is_read_back_whole_and_replaced() {
        Credential first = Credential.first(user(), HASH, Any.minute(1));
        put(first);
        assertThat(find(first.user())).contains(first);

        Credential second = first.replaced(OTHER, Any.minute(2));
        put(second);

        assertThat(find(first.user())).contains(second);
    }

    @Test
    void a_user_without_one_has_none() {
        User user = AnyMember.anyUser();
        write(stores -> stores.users().add(user));

        assertThat(find(user.id())).isEmpty();
    }

    @Test
    void two_first_passwords_at_once_are_one() {
        Credential first = Credential.first(user(), HASH, Any.minute(1));
        put(first);

        assertAlwaysLost(stores -> stores.credentials().put(first));
        assertRunAgain(
                stores -> stores.credentials().put(first),
                stores -> stores.credentials().put(first.rehashed(OTHER)));
    }

    @Test
    void a_credential_of_another_version_loses_the_race() {
        Credential first = Credential.first(user(), HASH, Any.minute(1));
        put(first);
        put(first.rehashed(OTHER));

        assertAlwaysLost(stores -> stores.credentials().put(first.replaced(HASH, Any.minute(3))));
    }

    private Optional<Credential> find(UserId user) {
        return read(stores -> stores.credentials().find(user));
    }

    private UserId user() {
        User user = AnyMember.anyUser();
        write(stores -> stores.users().add(user));
        return user.id();
    }

    private void put(Credential credential) {
        write(stores -> stores.credentials().put(credential));
    }
}
