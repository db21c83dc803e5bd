package org.openmembership.testkit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.customer.CustomerId;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationState;
import org.openmembership.user.NotificationStore;

final class InMemoryNotifications implements NotificationStore {
    private final State state;

    InMemoryNotifications(State state) {
        this.state = state;
    }

    @Override
    public void add(Notification notification) {
        state.notifications.add(notification.id(), notification);
        index(notification);
    }

    @Override
    public void update(Notification notification) {
        Notification stored = find(notification.id())
                .filter(before -> before.attempts() == notification.attempts() - 1)
                .orElseThrow(() -> new RaceLostException(notification.id() + " has made other attempts"));
        replace(stored, notification);
    }

    @Override
    public Optional<Notification> find(NotificationId id) {
        return state.notifications.find(id);
    }

    @Override
    public List<Notification> due(Instant now, int limit) {
        return state.notificationsDue
                .between(Key.of(), Key.of(now).end())
                .limit(limit)
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Notification> farewells(Set<CustomerId> customers) {
        return state.notifications
                .values()
                .filter(notification -> notification.former() != null
                        && notification.topic() instanceof MessageTopic.OfCustomer of
                        && customers.contains(of.id()))
                .sorted(Comparator.comparing(notification -> notification.id().value()))
                .toList();
    }

    @Override
    public void delivered(NotificationId id, Instant at) {
        find(id).filter(stored -> stored.state() == NotificationState.WAITING)
                .ifPresent(stored -> replace(stored, stored.delivered()));
    }

    private void replace(Notification stored, Notification changed) {
        state.notificationsDue.remove(Key.of(stored.dueAt(), stored.id()));
        state.notifications.put(changed.id(), changed);
        index(changed);
    }

    private void index(Notification notification) {
        if (notification.state() == NotificationState.WAITING) {
            state.notificationsDue.put(Key.of(notification.dueAt(), notification.id()), notification.id());
        }
    }
}
