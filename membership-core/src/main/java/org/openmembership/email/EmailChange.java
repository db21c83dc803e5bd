package org.openmembership.email;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.customer.EmailAddress;
import org.openmembership.delivery.Delivery;
import org.openmembership.email.EmailChangeResult.AwaitingConfirmation;
import org.openmembership.email.EmailChangeResult.NotPossible;
import org.openmembership.email.EmailChangeResult.Unchanged;
import org.openmembership.email.EmailConfirmationResult.Changed;
import org.openmembership.email.EmailConfirmationResult.EmailTaken;
import org.openmembership.intake.Intake;
import org.openmembership.intake.PeopleIntake;
import org.openmembership.proof.Confirming;
import org.openmembership.proof.Logins;
import org.openmembership.proof.Proofing;
import org.openmembership.proof.TypedSecret;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.Confirmation;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.Secret;
import org.openmembership.user.User;
import org.openmembership.user.UserEvent;
import org.openmembership.user.UserId;

/**
 * The door to changing the address of a user (R8). Thread-safe.
 *
 * <p>The username, the customers and the points stay; only where messages go, and what its owner may sign in with, changes.
 */
public final class EmailChange {
    private final Caller caller;
    private final PeopleIntake people;
    private final Proofing proofing;
    private final Delivery delivery;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public EmailChange(Caller caller, PeopleIntake people, Proofing proofing, Delivery delivery) {
        this.caller = caller;
        this.people = people;
        this.proofing = proofing;
        this.delivery = delivery;
    }

    /**
     * Has a code and a token sent to a new address.
     *
     * <p>Asking again kills what was sent before. A host that fears stolen sessions asks for the password first.
     *
     * @param typed the new address
     * @throws InvalidRequestException if it is none
     */
    public EmailChangeResult request(UserId user, String typed) {
        Intake intake = Intake.of(List.of());
        EmailAddress wanted = people.email(intake, typed);
        intake.finish();
        Request request = new Request(
                ConfirmationId.of(caller.ids().next()),
                NotificationId.of(caller.ids().next()),
                Optional.ofNullable(wanted).orElseThrow(),
                caller.now());
        EmailChangeResult result = caller.change((stores, facts) -> request(user, request, stores, facts));
        if (result instanceof AwaitingConfirmation) {
            delivery.deliver(request.notification());
        }
        return result;
    }

    /**
     * Makes the new address the user's, with the code or token of the newest message sent there.
     *
     * <p>A right one is used up together with the change, once. Everything else that was open for the user is dead, and the
     * old address is told. A registration that claims the address without having proven it loses it (R8).
     *
     * @param secret as typed; blanks are ignored
     * @throws IllegalStateException in a host's transaction, whose rollback would give a wrong attempt back
     */
    public EmailConfirmationResult confirm(ConfirmationId confirmation, String secret) {
        if (!caller.ownsTransaction()) {
            throw new IllegalStateException("an address cannot be confirmed inside a host's transaction");
        }
        Secret typed = TypedSecret.of(secret);
        NotificationId farewell = NotificationId.of(caller.ids().next());
        Instant now = caller.now();
        EmailConfirmationResult result =
                caller.change((stores, facts) -> confirm(confirmation, typed, farewell, now, stores, facts));
        if (result instanceof Changed) {
            delivery.deliver(farewell);
        }
        return result;
    }

    private EmailChangeResult request(UserId id, Request request, Stores stores, Facts facts) {
        Optional<User> found = stores.users().find(id);
        caller.require(
                Permission.CHANGE_ADDRESS,
                found.map(user -> Logins.subject(user, stores)).orElse(Subject.NOBODY),
                facts);
        facts.attempted(Permission.CHANGE_ADDRESS, Logins.topic(id));
        if (found.filter(proofing::mayBeUsed).isEmpty()) {
            return new NotPossible();
        }
        User user = found.get();
        if (request.wanted().equals(user.email())) {
            return new Unchanged();
        }
        Optional<Instant> pause = proofing.throttles().of(caller, request.now()).message(Logins.account(id), stores);
        if (pause.isPresent()) {
            return new EmailChangeResult.Wait(pause.get());
        }
        request.keep(user, holder(user, request.wanted(), stores).filter(this::keepsIt), stores);
        return new AwaitingConfirmation(request.confirmation());
    }

    private EmailConfirmationResult confirm(
            ConfirmationId id, Secret secret, NotificationId farewell, Instant now, Stores stores, Facts facts) {
        caller.require(Permission.SIGN_IN, Subject.NOBODY);
        Confirming.Outcome outcome = new Confirming(
                        Confirmation.Purpose.CHANGE_ADDRESS,
                        proofing.maxAttempts(),
                        proofing.throttles().of(caller, now))
                .prove(id, secret, stores);
        if (!(outcome instanceof Confirming.Outcome.Proven proven)) {
            return failure(outcome);
        }
        facts.attempted(Permission.CHANGE_ADDRESS, Logins.topic(proven.user().id()));
        EmailAddress address = proven.subject().address();
        Optional<User> holder = holder(proven.user(), address, stores);
        stores.confirmations().update(proven.confirmation().used());
        if (holder.filter(this::keepsIt).isPresent()) {
            return new EmailTaken();
        }
        holder.map(User::withoutEmail).ifPresent(loser -> {
            stores.users().update(loser);
            facts.happened(new UserEvent.AddressLost(loser.id(), loser.epoch()), now);
        });
        User moved = proven.user().moved(address, now);
        stores.users().update(moved);
        facts.happened(new UserEvent.AddressChanged(moved.id(), moved.epoch()), now);
        Logins.member(moved, stores)
                .flatMap(stores.members()::find)
                .ifPresent(member -> stores.members().update(member.withEmail(address)));
        stores.notifications()
                .add(Notification.due(
                        farewell,
                        NotificationPurpose.ADDRESS_CHANGED,
                        moved.id(),
                        new MessageTopic.OfConfirmation(id),
                        now));
        return new Changed(moved.id(), moved.epoch());
    }

    /** Another user whose current address it is. */
    private static Optional<User> holder(User user, EmailAddress address, Stores stores) {
        return stores.members().holders(address.key()).holders().stream()
                .map(holder -> holder.user())
                .filter(other -> !other.id().equals(user.id()))
                .filter(other -> other.email() != null && other.email().key().equals(address.key()))
                .findFirst();
    }

    /** A proven address stays; where nothing is ever proven, any does. A user whom the host disabled keeps it too. */
    private boolean keepsIt(User holder) {
        return holder.isVerified() || !holder.enabled() || !proofing.requiresVerification();
    }

    private static EmailConfirmationResult failure(Confirming.Outcome outcome) {
        if (outcome instanceof Confirming.Outcome.Wrong wrong) {
            return new EmailConfirmationResult.Wrong(wrong.attemptsLeft());
        }
        if (outcome instanceof Confirming.Outcome.Wait wait) {
            return new EmailConfirmationResult.Wait(wait.until());
        }
        return new EmailConfirmationResult.Expired();
    }
}
