package org.openmembership.password;

import java.time.Instant;
import org.openmembership.storage.Stores;
import org.openmembership.user.Credential;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.PasswordHash;
import org.openmembership.user.User;

/**
 * A password that is good enough, on its way to be kept.
 *
 * @param hash what is kept of it
 * @param notice of the message that tells its owner
 */
record NewPassword(PasswordHash hash, NotificationId notice, Instant now) {
    /** @param user with the epoch that kills everything before */
    void keep(User user, Stores stores) {
        Credential credential = stores.credentials()
                .find(user.id())
                .map(before -> before.replaced(hash, now))
                .orElseGet(() -> Credential.first(user.id(), hash, now));
        stores.credentials().put(credential);
        stores.users().update(user);
        stores.notifications()
                .add(Notification.due(
                        notice, NotificationPurpose.PASSWORD_CHANGED, user.id(), new MessageTopic.OfUser(), now));
    }
}
