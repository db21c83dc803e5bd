package org.openmembership.notification;

import java.time.Instant;
import java.util.List;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.delivery.Delivery;
import org.openmembership.user.Notification;

/**
 * The door to sending what is due (R6). Thread-safe; any number of processes may call it.
 *
 * <p>Registering sends its own message right after its commit. The host calls this from its scheduler for what could not
 * be sent then, and after its own commit where the transaction is the host's.
 */
public final class Notifications {
    private static final int MAX_LIMIT = 1_000;

    private final Caller caller;
    private final Delivery delivery;

    /** Made by the facade alone, which is why its parameters are not exported. */
    @SuppressWarnings("exports")
    public Notifications(Caller caller, Delivery delivery) {
        this.caller = caller;
        this.delivery = delivery;
    }

    /**
     * Sends the messages that are due, the longest waiting first.
     *
     * <p>Each message is sent at least once and normally exactly once; after a crash it may be sent again, with new
     * secrets, and only those work. One that the notifier refuses is tried again after a minute, then two, four and so on,
     * ten times in all.
     *
     * @param limit 1 to 1,000 messages
     * @throws IllegalStateException without a notifier; and in a host's transaction, because messages are sent after its
     *     commit, through a storage that owns its transactions
     */
    public DeliveryReport deliver(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("deliver 1 to " + MAX_LIMIT + " messages, not " + limit);
        }
        delivery.problem().ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        Instant now = caller.now();
        List<Notification> due = caller.read(
                Permission.DELIVER_NOTIFICATIONS,
                Subject.NOBODY,
                stores -> stores.notifications().due(now, limit));
        long sent = due.stream()
                .filter(notification -> delivery.deliver(notification.id()))
                .count();
        return new DeliveryReport((int) sent, due.size() - (int) sent);
    }
}
