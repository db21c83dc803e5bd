package org.openmembership.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.customer.CustomerId;

/** Keeps notifications. */
public interface NotificationStore {
    void add(Notification notification);

    /**
     * Replaces the stored notification.
     *
     * <p>The stored one must have made one attempt fewer; if another unit of work came first, this one is run again.
     */
    void update(Notification notification);

    Optional<Notification> find(NotificationId id);

    /** Waiting notifications whose time has come, by due instant, then id; at most {@code limit}. */
    List<Notification> due(Instant now, int limit);

    /** What waits to be sent to former addresses of these customers, by id (S15). */
    List<Notification> farewells(Set<CustomerId> customers);

    /**
     * Marks a notification delivered, whatever attempts were made meanwhile; a delivered or abandoned one stays as it is.
     */
    void delivered(NotificationId id, Instant at);
}
