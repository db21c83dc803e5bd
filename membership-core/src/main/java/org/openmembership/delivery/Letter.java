package org.openmembership.delivery;

import org.jspecify.annotations.Nullable;
import org.openmembership.customer.ContactPoint;
import org.openmembership.user.Message;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;

/**
 * What has become of a notification that is due.
 *
 * @param notification which
 * @param message what is sent; null if nothing is, although all the rest is done as if it were
 */
record Letter(NotificationId notification, @Nullable Message message) {
    /** To be sent; {@code proof} is left out where the purpose has none. */
    static Letter to(ContactPoint address, Notification notification, Message.Proof proof) {
        Message message = new Message(
                notification.id(),
                notification.purpose(),
                address,
                notification.topic(),
                notification.purpose().proves() ? proof : null);
        return new Letter(notification.id(), message);
    }

    /** To nobody: an address that no user has must not be told from one that somebody has (S9). */
    static Letter toNobody(Notification notification) {
        return new Letter(notification.id(), null);
    }
}
