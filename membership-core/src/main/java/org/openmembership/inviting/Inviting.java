package org.openmembership.inviting;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.delivery.Delivery;
import org.openmembership.invitation.NotInvited;
import org.openmembership.inviting.InvitationResult.Invited;
import org.openmembership.inviting.InvitationResult.Refused;
import org.openmembership.inviting.InvitationResult.Wait;
import org.openmembership.proof.Logins;
import org.openmembership.proof.Throttles;
import org.openmembership.shared.Topic;
import org.openmembership.step.Facts;
import org.openmembership.step.Invite;
import org.openmembership.storage.Stores;
import org.openmembership.user.NotificationId;

/**
 * The door to asking customers to register (C46, C49). Thread-safe.
 *
 * <p>Who invites stands for it that the address is the customer's: all the customer bought is shown to whoever has the mailbox,
 * also where a clerk has written the address lately (R2). That needs a permission of its own, {@code INVITE_CUSTOMER}, which
 * only the system has unless the host's policy grants it.
 */
public final class Inviting {
    private final Caller caller;
    private final Throttles throttles;
    private final Delivery delivery;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public Inviting(Caller caller, Throttles throttles, Delivery delivery) {
        this.caller = caller;
        this.throttles = throttles;
        this.delivery = delivery;
    }

    /**
     * Invites a customer who has an email and no member ({@code INVITE_CUSTOMER}).
     *
     * <p>The message is sent right after the commit; in a host's transaction the host sends it after its own. Its code and token
     * work for {@code RegistrationPolicy.inviting().life()}, with {@code registration().accept(..)}. Inviting again sends a new
     * message and kills the one before. Where the customer was merged into another, that one is invited.
     */
    public InvitationResult invite(CustomerId customer) {
        Invite invite = new Invite(caller.ids(), caller.server(), caller.now());
        Outcome outcome = caller.change((stores, facts) -> invite(customer, invite, stores, facts));
        if (outcome.due() != null) {
            delivery.deliver(outcome.due());
        }
        return outcome.result();
    }

    /** What the caller is told, and what has to be sent. */
    private record Outcome(
            InvitationResult result, @Nullable NotificationId due) {}

    private Outcome invite(CustomerId id, Invite invite, Stores stores, Facts facts) {
        caller.require(Permission.INVITE_CUSTOMER, Subject.NOBODY, facts);
        facts.attempted(Permission.INVITE_CUSTOMER, new Topic(Topic.Kind.CUSTOMER, id.value()));
        Optional<Customer> customer = stores.customers().find(id);
        Optional<NotInvited> problem =
                customer.map(found -> invite.problem(found, stores)).orElse(Optional.of(NotInvited.UNKNOWN_CUSTOMER));
        if (customer.isEmpty() || problem.isPresent()) {
            return new Outcome(new Refused(problem.orElseThrow()), null);
        }
        // the same count as for all messages to this customer
        String account = Logins.account(customer.get().id());
        Optional<Instant> pause = throttles.of(caller, invite.now()).message(account, stores);
        if (pause.isPresent()) {
            return new Outcome(new Wait(pause.get()), null);
        }
        Invite.Due due = invite.send(customer.get(), stores, facts);
        return new Outcome(new Invited(due.invitation()), due.message());
    }
}
