package org.openmembership.step;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerEvent.CustomerInvited;
import org.openmembership.customer.EmailKey;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.invitation.Invitation;
import org.openmembership.invitation.NotInvited;
import org.openmembership.shared.Ids;
import org.openmembership.storage.Stores;
import org.openmembership.user.InvitationId;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;

/** Asks a customer to register, so that all that was bought in the store is theirs to see (C49). */
public record Invite(Ids ids, ServerDefaults server, Instant now) {
    /**
     * Why a customer is not invited; empty if nothing stands in the way.
     *
     * @param before how the customer was invited before; null if never
     */
    public Optional<NotInvited> problem(Customer customer, @Nullable Invitation before, Stores stores) {
        if (server.isDefault(customer.id())) {
            return Optional.of(NotInvited.DEFAULT_CUSTOMER);
        }
        Optional<EmailKey> email = customer.emailKey();
        if (email.isEmpty()) {
            return Optional.of(NotInvited.NO_EMAIL);
        }
        if (!customer.standing().active()) {
            return Optional.of(NotInvited.INACTIVE);
        }
        if (stores.members().standingOfCustomer(customer.id()).isPresent()) {
            return Optional.of(NotInvited.HAS_MEMBER);
        }
        if (before != null && before.isDeclinedFor(customer)) {
            return Optional.of(NotInvited.DECLINED);
        }
        boolean taken = stores.members().holders(email.get()).holders().stream()
                .anyMatch(holder -> holder.has(email.get()) && !holder.isOpen());
        return taken ? Optional.of(NotInvited.ADDRESS_TAKEN) : Optional.empty();
    }

    /**
     * Begins or renews the invitation of a customer of whom there is no {@link #problem}; the message is due right after the
     * commit.
     *
     * @param before the one that is renewed; null to begin the first
     */
    public Due send(Customer customer, @Nullable Invitation before, Stores stores, Facts facts) {
        EmailKey email = customer.emailKey().orElseThrow();
        Invitation invitation = before == null
                ? Invitation.begun(InvitationId.of(ids.next()), customer.id(), email, now)
                : before.renewed(email, now);
        NotificationId message = NotificationId.of(ids.next());

        if (before == null) {
            stores.invitations().add(invitation);
        } else {
            stores.invitations().update(invitation);
        }
        MessageTopic topic = new MessageTopic.OfInvitation(invitation.id());
        stores.notifications().add(Notification.due(message, NotificationPurpose.INVITE_CUSTOMER, null, topic, now));
        facts.happened(new CustomerInvited(customer.id()), now);
        return new Due(invitation.id(), message);
    }

    /** What was begun, and what has to be sent. */
    public record Due(InvitationId invitation, NotificationId message) {}
}
