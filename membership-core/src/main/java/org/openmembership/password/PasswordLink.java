package org.openmembership.password;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailAddress;
import org.openmembership.proof.Logins;
import org.openmembership.proof.Proofing;
import org.openmembership.proof.Throttling;
import org.openmembership.storage.Stores;
import org.openmembership.user.Confirmation;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.User;
import org.openmembership.user.Username;

/** A link for a password that is being asked for: a confirmation, and the message that is due. */
record PasswordLink(
        ConfirmationId confirmation, NotificationId notification, Proofing proofing, Throttling throttling) {
    /**
     * For whoever has a name. For nobody the same is kept, about nobody: who looks at the answer, the time or the number of
     * questions sees no difference (S9).
     *
     * @return until when nothing may be asked for; empty if it was
     */
    Optional<Instant> request(Username name, Stores stores) {
        User user = Logins.find(name, stores).orElse(null);
        return keep(user, Logins.account(user, name), stores);
    }

    /** For a user who may have one. */
    Optional<Instant> send(User user, Stores stores) {
        return keep(user, Logins.account(user.id()), stores);
    }

    private Optional<Instant> keep(@Nullable User user, String account, Stores stores) {
        Optional<Instant> pause = throttling.message(account, stores);
        if (pause.isPresent()) {
            return pause;
        }
        Confirmation.Subject subject = user == null ? null : subject(user);
        stores.confirmations()
                .add(Confirmation.begun(
                        confirmation,
                        Confirmation.Purpose.SET_PASSWORD,
                        subject,
                        Confirmation.State.OPEN,
                        throttling.now()));
        stores.notifications()
                .add(Notification.due(
                        notification,
                        NotificationPurpose.SET_PASSWORD,
                        subject == null ? null : subject.user(),
                        new MessageTopic.OfConfirmation(confirmation),
                        throttling.now()));
        return Optional.empty();
    }

    /** Null for a user who may not sign in, or has no address to send anything to. */
    private Confirmation.@Nullable Subject subject(User user) {
        EmailAddress address = user.email();
        return address != null && proofing.mayBeUsed(user)
                ? new Confirmation.Subject(user.id(), user.epoch(), address, null)
                : null;
    }
}
