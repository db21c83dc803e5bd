package org.openmembership.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;

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
 * @param former the address that was a customer's, to which this goes (S15): kept here because it is nowhere else any more, and
 *     no longer than it is needed. Null for all others, and once it has been sent or given up
 */
public record Notification(
        NotificationId id,
        NotificationPurpose purpose,
        @Nullable UserId user,
        MessageTopic topic,
        Instant createdAt,
        NotificationState state,
        Instant dueAt,
        int attempts,
        @Nullable EmailAddress former) {
    public Notification {
        if (former != null && state != NotificationState.WAITING) {
            throw new IllegalArgumentException("Notification.former is kept only while it waits, not " + state);
        }
        if (attempts < 0) {
            throw new IllegalArgumentException("Notification.attempts must not be negative but is " + attempts);
        }
    }

    /** A notification that is due at once. */
    public static Notification due(
            NotificationId id, NotificationPurpose purpose, @Nullable UserId user, MessageTopic topic, Instant now) {
        return new Notification(id, purpose, user, topic, now, NotificationState.WAITING, now, 0, null);
    }

    /** A farewell, due at once, to the address that a customer had before. */
    public static Notification farewell(NotificationId id, CustomerId customer, EmailAddress former, Instant now) {
        return new Notification(
                id,
                NotificationPurpose.ADDRESS_CHANGED,
                null,
                new MessageTopic.OfCustomer(customer),
                now,
                NotificationState.WAITING,
                now,
                0,
                former);
    }

    /** An enquiry, due at once, whether a customer who applies for trade is to be authorised. */
    public static Notification enquiry(NotificationId id, CustomerId customer, Instant now) {
        return due(id, NotificationPurpose.AUTHORISE_TRADE, null, new MessageTopic.OfCustomer(customer), now);
    }

    /** The notification once it has been sent. */
    public Notification delivered() {
        return new Notification(
                id, purpose, user, topic, createdAt, NotificationState.DELIVERED, dueAt, attempts, null);
    }

    public boolean isDue(Instant now) {
        return state == NotificationState.WAITING && !now.isBefore(dueAt);
    }

    /** One more attempt has started; unless it ends well, the next one may start at {@code nextDueAt}. */
    public Notification attempted(Instant nextDueAt) {
        return new Notification(id, purpose, user, topic, createdAt, state, nextDueAt, attempts + 1, former);
    }

    /** One more attempt would be one too many, or pointless. */
    public Notification abandoned() {
        return new Notification(
                id, purpose, user, topic, createdAt, NotificationState.ABANDONED, dueAt, attempts + 1, null);
    }
}
