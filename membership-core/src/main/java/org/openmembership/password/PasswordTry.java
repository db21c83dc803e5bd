package org.openmembership.password;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.proof.Logins;
import org.openmembership.proof.Throttling;
import org.openmembership.storage.Stores;
import org.openmembership.user.Credential;
import org.openmembership.user.User;
import org.openmembership.user.UserId;
import org.openmembership.user.Username;

/**
 * A password that is about to be compared, outside any unit of work: it has been counted already.
 *
 * @param account what it was counted for
 * @param user null if there is no such user
 * @param credential null if there is no such user, or no password yet
 * @param pausedUntil null if it may be compared
 */
record PasswordTry(
        String account,
        @Nullable User user,
        @Nullable Credential credential,
        @Nullable Instant pausedUntil) {
    private static final UserId NOBODY = UserId.of("-");

    static PasswordTry of(Username name, Throttling throttling, Stores stores) {
        User user = Logins.find(name, stores).orElse(null);
        return of(Logins.account(user, name), user, throttling, stores);
    }

    /** @param user null if there is none with that id */
    static PasswordTry of(UserId id, @Nullable User user, Throttling throttling, Stores stores) {
        return of(Logins.account(id), user, throttling, stores);
    }

    /** As many questions for nobody as for somebody. */
    private static PasswordTry of(String account, @Nullable User user, Throttling throttling, Stores stores) {
        Optional<Credential> credential = stores.credentials().find(user == null ? NOBODY : user.id());
        Optional<Instant> pause = throttling.signIn(account, stores);
        return new PasswordTry(account, user, credential.orElse(null), pause.orElse(null));
    }

    /** The user as it is now, if it has not changed since. */
    Optional<User> unchanged(Stores stores) {
        return stores.users().find(user == null ? NOBODY : user.id()).filter(found -> found.equals(user));
    }
}
