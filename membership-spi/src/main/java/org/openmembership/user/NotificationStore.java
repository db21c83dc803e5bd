package org.openmembership.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /**
     * Marks a notification delivered, whatever attempts were made meanwhile; a delivered or abandoned one stays as it is.
     */
    void delivered(NotificationId id, Instant at);
}
