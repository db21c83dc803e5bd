package org.openmembership.password;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.hashing.PasswordRules;
import org.openmembership.proof.Logins;
import org.openmembership.proof.Proofing;
import org.openmembership.proof.Throttling;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.Credential;
import org.openmembership.user.Password;
import org.openmembership.user.PasswordHash;
import org.openmembership.user.ThrottleKey;
import org.openmembership.user.User;
import org.openmembership.user.UserWarning;
import org.openmembership.user.Username;

/**
 * The door to signing in (A12, R8, R13). Thread-safe.
 *
 * <p>The host keeps the session; this only says whose it may be.
 */
public final class SignIn {
    private final Caller caller;
    private final PasswordRules rules;
    private final Proofing proofing;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public SignIn(Caller caller, PasswordRules rules, Proofing proofing) {
        this.caller = caller;
        this.rules = rules;
        this.proofing = proofing;
    }

    /**
     * Signs somebody in.
     *
     * <p>Costs about 0.4 seconds of one core with the built-in hasher, as much for a user nobody knows as for a known one.
     * Each wrong password counts for the account and for the origin ({@code Membership.from}); pauses grow and end, and an
     * origin from which its owner has signed in within 90 days is not delayed by what others try elsewhere (S10). A hash
     * made by weaker rules than today's is made anew.
     *
     * @param login an address, or a username, as typed
     * @param password as typed; nothing is trimmed
     * @throws IllegalStateException in a host's transaction, whose rollback would give a wrong attempt back
     * @throws org.openmembership.access.PermissionDeniedException for staff, who never handle anybody's password (S13)
     */
    public SignInResult signIn(String login, String password) {
        Persons.require(caller, Permission.SIGN_IN);
        Throttling throttling = proofing.throttles().of(caller, caller.now());
        Username name = Logins.name(login);
        PasswordTry tried = caller.housekeeping(stores -> {
            caller.require(Permission.SIGN_IN, Subject.NOBODY);
            return PasswordTry.of(name, throttling, stores);
        });
        if (tried.pausedUntil() != null) {
            return new SignInResult.Wait(tried.pausedUntil());
        }
        PasswordRules.Verdict verdict = rules.judge(Password.typed(password), tried.credential());
        return caller.change((stores, facts) -> finish(tried, verdict, throttling, stores, facts));
    }

    /**
     * Takes out counts of failures in which nothing has been counted for 100 days; for the host's scheduler.
     *
     * @param limit 1 to 1,000
     * @return how many there were; call again if it is {@code limit}
     */
    public int forget(int limit) {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("forget 1 to 1000 counts, not " + limit);
        }
        Instant old = caller.now().minus(Persons.MEMORY);
        return caller.change(Permission.TIDY, Subject.NOBODY, stores -> {
            List<ThrottleKey> quiet = stores.throttles().quietSince(old, limit);
            stores.throttles().remove(quiet);
            return quiet.size();
        });
    }

    private SignInResult finish(
            PasswordTry tried, PasswordRules.Verdict verdict, Throttling throttling, Stores stores, Facts facts) {
        Optional<User> user = tried.unchanged(stores);
        if (!verdict.right() || user.isEmpty()) {
            throttling.signInFailed(stores);
            return new SignInResult.Refused();
        }
        Set<UserWarning> warnings = user.get().warnings(proofing.requiresVerification());
        if (!warnings.isEmpty()) {
            return new SignInResult.Warned(warnings);
        }
        facts.attempted(Permission.SIGN_IN, Logins.topic(user.get().id()));
        throttling.signInSucceeded(tried.account(), stores);
        if (verdict.stronger() != null) {
            keep(verdict.stronger(), tried, stores);
        }
        return new SignInResult.SignedIn(
                user.get().id(),
                Logins.member(user.get(), stores).orElse(null),
                user.get().epoch());
    }

    /** Somebody signing in twice at once makes it twice; the first is kept. */
    private static void keep(PasswordHash stronger, PasswordTry tried, Stores stores) {
        Credential before = tried.credential();
        if (before != null
                && stores.credentials()
                        .find(before.user())
                        .filter(before::equals)
                        .isPresent()) {
            stores.credentials().put(before.rehashed(stronger));
        }
    }
}
