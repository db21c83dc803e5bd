package org.openmembership.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.consent.OptIn;
import org.openmembership.consent.OptInFacts;
import org.openmembership.customer.ContactPoint;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.CustomerStatus;
import org.openmembership.customer.EmailAddress;
import org.openmembership.invitation.Invitation;
import org.openmembership.invitation.InvitationState;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationFacts;
import org.openmembership.member.RegistrationState;
import org.openmembership.storage.Stores;
import org.openmembership.user.Confirmation;
import org.openmembership.user.ConfirmationFacts;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.InvitationId;
import org.openmembership.user.Message;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.OptInId;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/**
 * Writes the letter of one notification: mints its secrets, which are the only ones from now on, and keeps their hashes.
 *
 * <p>Secrets are minted also where none will be sent, because a taken or unknown address must not be told from another (R7,
 * S9). Empty where there is nothing to send any more.
 */
record Writing(
        Notification notification,
        Message.Proof proof,
        SecretSeal seal,
        @Nullable EmailAddress enquiries,
        Instant now) {
    private static final UserId NOBODY = UserId.of("-");

    Optional<Letter> write(Stores stores) {
        if (notification.topic() instanceof MessageTopic.OfRegistration of) {
            return ofRegistration(of.id(), stores);
        }
        if (notification.topic() instanceof MessageTopic.OfConfirmation of) {
            return ofConfirmation(of.id(), stores);
        }
        if (notification.topic() instanceof MessageTopic.OfOptIn of) {
            return ofOptIn(of.id(), stores);
        }
        if (notification.topic() instanceof MessageTopic.OfInvitation of) {
            return ofInvitation(of.id(), stores);
        }
        if (notification.topic() instanceof MessageTopic.OfCustomer of) {
            return notification.purpose() == NotificationPurpose.AUTHORISE_TRADE
                    ? ofApplication(of.id(), stores)
                    : to(notification.former());
        }
        return to(addressOfUser(stores));
    }

    /** Nothing is asked about who was decided upon meanwhile. */
    private Optional<Letter> ofApplication(CustomerId id, Stores stores) {
        return stores.customers()
                .find(id)
                .filter(customer -> customer.standing().status() == CustomerStatus.PENDING_APPROVAL)
                .flatMap(waiting -> to(enquiries));
    }

    /** Nothing is sent to who has registered meanwhile, has moved, or is somebody else's record now. */
    private Optional<Letter> ofInvitation(InvitationId id, Stores stores) {
        Optional<Invitation> invitation =
                stores.invitations().findForUpdate(id).filter(found -> found.state() == InvitationState.OPEN);
        Optional<Customer> customer = invitation.flatMap(
                found -> stores.customers().find(found.customer()).filter(found::isFor));
        boolean free = customer.isPresent()
                && stores.members().standingOfCustomer(customer.get().id()).isEmpty();
        if (!free) {
            return Optional.empty();
        }
        stores.invitations().update(invitation.get().withSecrets(seal, proof));
        return to(customer.get().email());
    }

    /** Nothing is sent once the consent does not wait any more. */
    private Optional<Letter> ofOptIn(OptInId id, Stores stores) {
        Optional<OptInFacts> facts = stores.consents().optInForUpdate(id);
        Optional<ContactPoint> address = facts.flatMap(OptInFacts::address);
        if (facts.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        OptIn.Message message = new OptIn.Message(proof.code(), proof.token(), proof.expiresAt());
        stores.consents().update(facts.get().optIn().withSecrets(seal, address.get(), message));
        return to(address.get());
    }

    private Optional<Letter> ofRegistration(RegistrationId id, Stores stores) {
        Optional<RegistrationFacts> facts = stores.members().registrationForUpdate(id);
        if (facts.isEmpty() || facts.get().registration().state() == RegistrationState.VERIFIED) {
            return Optional.empty();
        }
        Registration registration = facts.get().registration();
        stores.members().update(registration.withSecrets(seal, proof.code(), proof.token(), proof.expiresAt()));
        boolean open = registration.state() == RegistrationState.AWAITING_VERIFICATION
                && !registration.isSuperseded(facts.get().user());
        boolean pointless = notification.purpose().proves() && !open;
        return pointless ? Optional.empty() : to(facts.get().user().email());
    }

    private Optional<Letter> ofConfirmation(ConfirmationId id, Stores stores) {
        Optional<ConfirmationFacts> facts = stores.confirmations().forUpdate(id);
        EmailAddress ofUser = addressOfUser(stores);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        Confirmation confirmation = facts.get().confirmation();
        Confirmation.Subject subject = confirmation.subject();
        if (confirmation.state() == Confirmation.State.USED) {
            boolean farewell = notification.purpose() == NotificationPurpose.ADDRESS_CHANGED;
            return farewell && subject != null ? to(subject.previous()) : Optional.empty();
        }
        stores.confirmations().update(confirmation.withSecrets(seal, proof.code(), proof.token(), proof.expiresAt()));
        if (subject == null) {
            return Optional.of(Letter.toNobody(notification));
        }
        if (!notification.purpose().proves()) {
            return to(ofUser);
        }
        return facts.get().isAlive() ? to(subject.address()) : Optional.empty();
    }

    private Optional<Letter> to(@Nullable ContactPoint address) {
        return Optional.ofNullable(address).map(stored -> Letter.to(stored, notification, proof));
    }

    /** Looked up for nobody too, so that a message to nobody costs the same as any other (S9). */
    private @Nullable EmailAddress addressOfUser(Stores stores) {
        UserId user = notification.user();
        return stores.users()
                .find(user == null ? NOBODY : user)
                .map(User::email)
                .orElse(null);
    }
}
