package org.openmembership.inviting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerEvent.InvitationWithdrawn;
import org.openmembership.customer.CustomerId;
import org.openmembership.delivery.Delivery;
import org.openmembership.invitation.Invitation;
import org.openmembership.invitation.NotInvited;
import org.openmembership.inviting.InvitationResult.Invited;
import org.openmembership.inviting.InvitationResult.Refused;
import org.openmembership.inviting.InvitationResult.Wait;
import org.openmembership.proof.InvitationProof;
import org.openmembership.proof.Logins;
import org.openmembership.proof.Proofing;
import org.openmembership.proof.TypedSecret;
import org.openmembership.shared.Topic;
import org.openmembership.step.Facts;
import org.openmembership.step.Invite;
import org.openmembership.storage.Stores;
import org.openmembership.user.InvitationId;
import org.openmembership.user.NotificationId;

/**
 * The door to asking customers to register, and to calling that off (C46, C49). Thread-safe.
 *
 * <p>Who invites stands for it that the address is the customer's: all the customer bought is shown to whoever has the mailbox,
 * also where a clerk has written the address lately (R2). That needs a permission of its own, {@code INVITE_CUSTOMER}, which
 * only the system has unless the host's policy grants it.
 */
public final class Inviting {
    private final Caller caller;
    private final Proofing proofing;
    private final Delivery delivery;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public Inviting(Caller caller, Proofing proofing, Delivery delivery) {
        this.caller = caller;
        this.proofing = proofing;
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
        if (customer.isEmpty()) {
            return new Outcome(new Refused(NotInvited.UNKNOWN_CUSTOMER), null);
        }
        Invitation before = known(customer.get(), stores).orElse(null);
        Optional<NotInvited> problem = invite.problem(customer.get(), before, stores);
        if (problem.isPresent()) {
            return new Outcome(new Refused(problem.get()), null);
        }
        // the same count as for all messages to this customer
        String account = Logins.account(customer.get().id());
        Optional<Instant> pause = proofing.throttles().of(caller, invite.now()).message(account, stores);
        if (pause.isPresent()) {
            return new Outcome(new Wait(pause.get()), null);
        }
        Invite.Due due = invite.send(customer.get(), before, stores, facts);
        return new Outcome(new Invited(due.invitation()), due.message());
    }

    /**
     * Calls the invitation of a customer off ({@code INVITE_CUSTOMER}): nobody registers with its secret, a message that is
     * still due is not sent, and nobody stands for the address any more (R2). Inviting again sends a new secret; the one before
     * stays dead. A repeat changes nothing.
     */
    public Withdrawal withdraw(CustomerId customer) {
        Instant now = caller.now();
        return caller.change((stores, facts) -> withdraw(customer, now, stores, facts));
    }

    private Withdrawal withdraw(CustomerId id, Instant now, Stores stores, Facts facts) {
        caller.require(Permission.INVITE_CUSTOMER, Subject.NOBODY, facts);
        facts.attempted(Permission.INVITE_CUSTOMER, new Topic(Topic.Kind.CUSTOMER, id.value()));
        Optional<Customer> customer = stores.customers().find(id);
        if (customer.isEmpty()) {
            return Withdrawal.UNKNOWN_CUSTOMER;
        }
        Optional<Invitation> invitation = known(customer.get(), stores);
        if (invitation.isEmpty()) {
            return Withdrawal.NOT_INVITED;
        }
        return switch (invitation.get().state()) {
            case OPEN -> {
                stores.invitations().update(invitation.get().withdrawn());
                facts.happened(new InvitationWithdrawn(customer.get().id()), now);
                yield Withdrawal.WITHDRAWN;
            }
            case WITHDRAWN -> Withdrawal.UNCHANGED;
            case ACCEPTED -> Withdrawal.ACCEPTED;
            case DECLINED -> Withdrawal.DECLINED;
        };
    }

    /**
     * Says that an invitation was meant for somebody else, with the code or the token of its newest message: for the page to
     * which "this is not me" leads.
     *
     * <p>The shop does not invite the customer at this address again, and hears by {@code InvitationDeclined} that the address
     * may be wrong. It is done by a button, never by opening a link, because mail scanners open links (R6).
     *
     * @param secret as typed; blanks are ignored
     * @throws IllegalStateException in a host's transaction, whose rollback would give a wrong attempt back (S8)
     */
    public DeclineResult decline(InvitationId invitation, String secret) {
        if (!caller.ownsTransaction()) {
            throw new IllegalStateException("an invitation cannot be declined inside a host's transaction");
        }
        Instant now = caller.now();
        InvitationProof proof =
                new InvitationProof(proofing.maxAttempts(), proofing.throttles().of(caller, now));
        Decline attempt = new Decline(TypedSecret.of(secret), proof, now);
        return caller.change((stores, facts) -> {
            caller.require(Permission.SIGN_IN, Subject.NOBODY);
            return attempt.run(invitation, stores, facts);
        });
    }

    /** How the invitation of a customer stands ({@code READ_CUSTOMERS}); empty for who was never invited. */
    public Optional<InvitationStanding> of(CustomerId customer) {
        return caller.read(
                Permission.READ_CUSTOMERS,
                Subject.NOBODY,
                stores -> stores.customers()
                        .find(customer)
                        .flatMap(found -> known(found, stores))
                        .map(InvitationStanding::of));
    }

    private static Optional<Invitation> known(Customer customer, Stores stores) {
        return stores.invitations().of(List.of(customer.id())).stream().findFirst();
    }
}
