package org.openmembership.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fact that a message is due to somebody; the message itself, with its secrets, is made when it is sent (R6).
 *
 * @param id ours
 * @param purpose why
 * @param user to whom; the message goes to the address stored with that user then. Null where nobody is told anything,
 *     but it must not be seen from outside (S9), and where it goes to a customer, whom the topic knows
 * @param topic what it is about
 * @param createdAt when it became due
 * @param state how far it has come
 * @param dueAt not to be sent before; each attempt moves it on, so that two deliverers do not send at once
 * @param attempts how often sending has been started
 */
public record Notification(
        NotificationId id,
        NotificationPurpose purpose,
        @Nullable UserId user,
        MessageTopic topic,
        Instant createdAt,
        NotificationState state,
        Instant dueAt,
        int attempts) {
    public Notification {
        if (attempts < 0) {
            throw new IllegalArgumentException("Notification.attempts must not be negative but is " + attempts);
        }
    }

    /** A notification that is due at once. */
    public static Notification due(
            NotificationId id, NotificationPurpose purpose, @Nullable UserId user, MessageTopic topic, Instant now) {
        return new Notification(id, purpose, user, topic, now, NotificationState.WAITING, now, 0);
    }

    /** The notification once it has been sent. */
    public Notification delivered() {
        return new Notification(id, purpose, user, topic, createdAt, NotificationState.DELIVERED, dueAt, attempts);
    }

    public boolean isDue(Instant now) {
        return state == NotificationState.WAITING && !now.isBefore(dueAt);
    }

    /** One more attempt has started; unless it ends well, the next one may start at {@code nextDueAt}. */
    public Notification attempted(Instant nextDueAt) {
        return new Notification(id, purpose, user, topic, createdAt, state, nextDueAt, attempts + 1);
    }

    /** One more attempt would be one too many, or pointless. */
    public Notification abandoned() {
        return new Notification(id, purpose, user, topic, createdAt, NotificationState.ABANDONED, dueAt, attempts + 1);
    }
}
