package org.openmembership.email;

import java.time.Instant;
import java.util.Optional;
import org.openmembership.customer.EmailAddress;
import org.openmembership.storage.Stores;
import org.openmembership.user.Confirmation;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.User;

/** A new address that is being asked for: a confirmation, and the message that is due. */
record Request(ConfirmationId confirmation, NotificationId notification, EmailAddress wanted, Instant now) {
    /**
     * Keeps it.
     *
     * @param owner the other user whose address it is; told instead, with the same work (R7, S9)
     */
    void keep(User user, Optional<User> owner, Stores stores) {
        Confirmation.Subject subject = new Confirmation.Subject(user.id(), user.epoch(), wanted, user.email());
        Confirmation.State state = owner.isPresent() ? Confirmation.State.ADDRESS_TAKEN : Confirmation.State.OPEN;
        stores.confirmations()
                .add(Confirmation.begun(confirmation, Confirmation.Purpose.CHANGE_ADDRESS, subject, state, now));
        stores.notifications()
                .add(Notification.due(
                        notification,
                        owner.isPresent()
                                ? NotificationPurpose.ADDRESS_ALREADY_REGISTERED
                                : NotificationPurpose.CONFIRM_NEW_ADDRESS,
                        owner.orElse(user).id(),
                        new MessageTopic.OfConfirmation(confirmation),
                        now));
    }
}
