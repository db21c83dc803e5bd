package org.openmembership.password;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.delivery.Delivery;
import org.openmembership.hashing.PasswordRules;
import org.openmembership.password.ChangePasswordResult.Changed;
import org.openmembership.password.ChangePasswordResult.WrongPassword;
import org.openmembership.password.PasswordLinkResult.NotSent;
import org.openmembership.password.PasswordLinkResult.Queued;
import org.openmembership.password.PasswordLinkResult.Reason;
import org.openmembership.password.PasswordRequestResult.Requested;
import org.openmembership.password.SetPasswordResult.BadPassword;
import org.openmembership.password.SetPasswordResult.PasswordSet;
import org.openmembership.proof.Confirming;
import org.openmembership.proof.Logins;
import org.openmembership.proof.Proofing;
import org.openmembership.proof.Throttling;
import org.openmembership.proof.TypedSecret;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.Confirmation;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.NotificationId;
import org.openmembership.user.Password;
import org.openmembership.user.PasswordHash;
import org.openmembership.user.PasswordProblem;
import org.openmembership.user.Secret;
import org.openmembership.user.User;
import org.openmembership.user.UserEvent;
import org.openmembership.user.UserId;

/**
 * The door to setting and changing passwords (R13, C5, C8, D7). Thread-safe.
 *
 * <p>A password is made by its owner alone. Where another system would mail an initial or a new one, this sends a code and a
 * token to the stored address, with which the owner sets it; staff may have that sent, and never sees either.
 */
public final class Passwords {
    private final Caller caller;
    private final PasswordRules rules;
    private final Proofing proofing;
    private final Delivery delivery;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public Passwords(Caller caller, PasswordRules rules, Proofing proofing, Delivery delivery) {
        this.caller = caller;
        this.rules = rules;
        this.proofing = proofing;
        this.delivery = delivery;
    }

    /**
     * Has a link for a password sent to somebody who forgot it, or never had one ({@code SET_PASSWORD}).
     *
     * <p>The answer and the work are the same whether or not anybody has the address; only the notifier is not called for
     * nobody, so it should hand messages on and not wait. A newer message kills the older one.
     *
     * @param login an address, or a username, as typed
     */
    public PasswordRequestResult request(String login) {
        Persons.require(caller, Permission.SIGN_IN);
        PasswordLink link = newLink();
        Optional<Instant> pause =
                caller.change(Permission.SIGN_IN, Subject.NOBODY, stores -> link.request(Logins.name(login), stores));
        if (pause.isPresent()) {
            return new PasswordRequestResult.Wait(pause.get());
        }
        delivery.deliver(link.notification());
        return new Requested(link.confirmation());
    }

    /**
     * Has a link for a password sent to a user's stored address: by staff for somebody who cannot sign in (C8), by the host
     * after a registration (D7). Whoever asks learns nothing that would let them set the password.
     */
    public PasswordLinkResult send(UserId user) {
        PasswordLink link = newLink();
        PasswordLinkResult result = caller.change((stores, facts) -> send(user, link, stores, facts));
        if (result instanceof Queued) {
            delivery.deliver(link.notification());
        }
        return result;
    }

    /**
     * Sets a password with the code or token of the newest message.
     *
     * <p>A right one is used up together with setting the password, once, however many try at once; a wrong one is counted.
     * The owner is told at the stored address. A password that will not do uses nothing up.
     *
     * @param secret as typed; blanks are ignored
     * @param password as typed; nothing is trimmed
     * @throws IllegalStateException in a host's transaction, whose rollback would give a wrong attempt back
     */
    public SetPasswordResult set(ConfirmationId confirmation, String secret, String password) {
        Persons.require(caller, Permission.SIGN_IN);
        Set<PasswordProblem> problems = rules.problems(password);
        if (!problems.isEmpty()) {
            return new BadPassword(problems);
        }
        Password wanted = new Password(password);
        Secret typed = TypedSecret.of(secret);
        Confirming.Outcome outcome = caller.housekeeping(stores -> {
            caller.require(Permission.SIGN_IN, Subject.NOBODY);
            return confirming().prove(confirmation, typed, stores);
        });
        if (!(outcome instanceof Confirming.Outcome.Proven proven)) {
            return failure(outcome);
        }
        if (rules.policy().isGuessable(wanted, proven.subject().address().key())) {
            return new BadPassword(Set.of(PasswordProblem.GUESSABLE));
        }
        PasswordHash hash = rules.hasher().hash(wanted);
        NewPassword fresh = newPassword(hash);
        SetPasswordResult result = caller.change((stores, facts) -> set(confirmation, typed, fresh, stores, facts));
        if (result instanceof PasswordSet) {
            delivery.deliver(fresh.notice());
        }
        return result;
    }

    /**
     * Replaces a password by its owner, who is signed in and types the old one again.
     *
     * <p>A wrong old password counts like one at {@link SignIn#signIn}. The owner is told at the stored address.
     *
     * @throws IllegalStateException in a host's transaction, whose rollback would give a wrong attempt back
     */
    public ChangePasswordResult change(UserId user, String oldPassword, String newPassword) {
        Persons.require(caller, Permission.CHANGE_PASSWORD);
        Throttling throttling = proofing.throttles().of(caller, caller.now());
        PasswordTry tried = caller.housekeeping(stores -> begin(user, throttling, stores));
        if (tried.pausedUntil() != null) {
            return new ChangePasswordResult.Wait(tried.pausedUntil());
        }
        PasswordRules.Verdict verdict = rules.judge(Password.typed(oldPassword), tried.credential());
        if (!verdict.right()) {
            caller.housekeeping(stores -> failed(throttling, stores));
            return new WrongPassword();
        }
        Set<PasswordProblem> problems = problems(newPassword, tried.user());
        if (!problems.isEmpty()) {
            return new ChangePasswordResult.BadPassword(problems);
        }
        NewPassword fresh = newPassword(rules.hasher().hash(new Password(newPassword)));
        ChangePasswordResult result = caller.change((stores, facts) -> finish(tried, fresh, throttling, stores, facts));
        if (result instanceof Changed) {
            delivery.deliver(fresh.notice());
        }
        return result;
    }

    private PasswordLinkResult send(UserId id, PasswordLink link, Stores stores, Facts facts) {
        Optional<User> user = stores.users().find(id);
        Subject subject = user.map(found -> Logins.subject(found, stores)).orElse(Subject.NOBODY);
        caller.require(Permission.SEND_PASSWORD_LINK, subject, facts);
        facts.attempted(Permission.SEND_PASSWORD_LINK, Logins.topic(id));
        if (user.isEmpty()) {
            return new NotSent(Reason.UNKNOWN_USER);
        }
        return reason(user.get())
                .<PasswordLinkResult>map(NotSent::new)
                .orElseGet(() -> link.send(user.get(), stores)
                        .<PasswordLinkResult>map(PasswordLinkResult.Wait::new)
                        .orElseGet(Queued::new));
    }

    private Optional<Reason> reason(User user) {
        if (!user.enabled()) {
            return Optional.of(Reason.DISABLED);
        }
        if (user.email() == null) {
            return Optional.of(Reason.NO_ADDRESS);
        }
        return proofing.mayBeUsed(user) ? Optional.empty() : Optional.of(Reason.UNVERIFIED);
    }

    private SetPasswordResult set(ConfirmationId id, Secret typed, NewPassword fresh, Stores stores, Facts facts) {
        Confirming confirming = confirming();
        Confirming.Outcome outcome = confirming.prove(id, typed, stores);
        if (!(outcome instanceof Confirming.Outcome.Proven proven)) {
            return failure(outcome);
        }
        facts.attempted(Permission.SIGN_IN, Logins.topic(proven.user().id()));
        stores.confirmations().update(proven.confirmation().used());
        User user = proven.user().verified(fresh.now());
        fresh.keep(user, stores);
        facts.happened(new UserEvent.PasswordSet(user.id(), user.epoch()), fresh.now());
        confirming.throttling().signInSucceeded(Logins.account(user.id()), stores);
        return new PasswordSet(user.id(), user.epoch());
    }

    private static SetPasswordResult failure(Confirming.Outcome outcome) {
        if (outcome instanceof Confirming.Outcome.Wrong wrong) {
            return new SetPasswordResult.Wrong(wrong.attemptsLeft());
        }
        if (outcome instanceof Confirming.Outcome.Wait wait) {
            return new SetPasswordResult.Wait(wait.until());
        }
        return new SetPasswordResult.Expired();
    }

    private PasswordTry begin(UserId id, Throttling throttling, Stores stores) {
        Optional<User> user = stores.users().find(id);
        Subject subject = user.map(found -> Logins.subject(found, stores)).orElse(Subject.NOBODY);
        caller.require(Permission.CHANGE_PASSWORD, subject);
        return PasswordTry.of(id, user.orElse(null), throttling, stores);
    }

    private static boolean failed(Throttling throttling, Stores stores) {
        throttling.signInFailed(stores);
        return true;
    }

    private ChangePasswordResult finish(
            PasswordTry tried, NewPassword fresh, Throttling throttling, Stores stores, Facts facts) {
        Optional<User> unchanged = tried.unchanged(stores);
        if (unchanged.isEmpty()) {
            return new WrongPassword();
        }
        User user = unchanged.get().withNewPassword();
        facts.attempted(Permission.CHANGE_PASSWORD, Logins.topic(user.id()));
        fresh.keep(user, stores);
        facts.happened(new UserEvent.PasswordSet(user.id(), user.epoch()), fresh.now());
        throttling.signInSucceeded(tried.account(), stores);
        return new Changed(user.epoch());
    }

    private Set<PasswordProblem> problems(String password, @Nullable User user) {
        Set<PasswordProblem> problems = rules.problems(password);
        boolean guessable = problems.isEmpty()
                && user != null
                && user.email() != null
                && rules.policy()
                        .isGuessable(new Password(password), user.email().key());
        return guessable ? Set.of(PasswordProblem.GUESSABLE) : problems;
    }

    private Confirming confirming() {
        Throttling throttling = proofing.throttles().of(caller, caller.now());
        return new Confirming(Confirmation.Purpose.SET_PASSWORD, proofing.maxAttempts(), throttling);
    }

    private PasswordLink newLink() {
        return new PasswordLink(
                ConfirmationId.of(caller.ids().next()),
                NotificationId.of(caller.ids().next()),
                proofing,
                proofing.throttles().of(caller, caller.now()));
    }

    private NewPassword newPassword(PasswordHash hash) {
        return new NewPassword(hash, NotificationId.of(caller.ids().next()), caller.now());
    }
}
