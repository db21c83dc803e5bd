package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.InvitationId;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.NotificationState;
import org.openmembership.user.NotificationStore;
import org.openmembership.user.OptInId;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.UserId;

/** Notifications in {@code om_notification}. */
final class JdbcNotificationStore implements NotificationStore {
    private static final String COLUMNS = """
            select id, purpose, user_id, registration, confirmation, opt_in, invitation, created_at, state, due_at, attempts
              from om_notification
             where tenant = :tenant""";
    private static final String BY_ID = COLUMNS + " and id = :id";
    private static final String DUE =
            COLUMNS + " and state = :waiting and due_at <= :now order by due_at, id limit :limit";
    private static final Change CHANGED = Change.of(Table.NOTIFICATION, "state, due_at, attempts", "id, attempts");
    private static final Change DELIVERED = Change.of(Table.NOTIFICATION, "state, delivered_at", "id, state");

    private final JdbcUnit unit;

    JdbcNotificationStore(JdbcUnit unit) {
        this.unit = unit;
    }

    @Override
    public void add(Notification notification) {
        UserId user = notification.user();
        MessageTopic topic = notification.topic();
        unit.add(
                Table.NOTIFICATION,
                notification.id().value(),
                notification.purpose(),
                user == null ? null : user.value(),
                topic instanceof MessageTopic.OfRegistration of ? of.id().value() : null,
                topic instanceof MessageTopic.OfConfirmation of ? of.id().value() : null,
                topic instanceof MessageTopic.OfOptIn of ? of.id().value() : null,
                topic instanceof MessageTopic.OfInvitation of ? of.id().value() : null,
                notification.createdAt(),
                notification.state(),
                notification.dueAt(),
                notification.attempts(),
                null);
    }

    @Override
    public void update(Notification notification) {
        unit.change(
                CHANGED,
                notification.state(),
                notification.dueAt(),
                notification.attempts(),
                notification.id().value(),
                notification.attempts() - 1);
    }

    @Override
    public Optional<Notification> find(NotificationId id) {
        return unit.gather().bind("id", id.value()).one(BY_ID, JdbcNotificationStore::read);
    }

    @Override
    public List<Notification> due(Instant now, int limit) {
        return unit.gather()
                .bind("waiting", NotificationState.WAITING)
                .bind("now", now)
                .bind("limit", limit)
                .all(DUE, JdbcNotificationStore::read);
    }

    @Override
    public void delivered(NotificationId id, Instant at) {
        boolean waiting = find(id).filter(notification -> notification.state() == NotificationState.WAITING)
                .isPresent();
        if (waiting) {
            unit.change(DELIVERED, NotificationState.DELIVERED, at, id.value(), NotificationState.WAITING);
        }
    }

    private static Notification read(ResultSet row) throws SQLException {
        String user = row.getString("user_id");
        return new Notification(
                NotificationId.of(row.getString("id")),
                NotificationPurpose.valueOf(row.getString("purpose")),
                user == null ? null : UserId.of(user),
                topic(row),
                Values.instant(row, "created_at"),
                NotificationState.valueOf(row.getString("state")),
                Values.instant(row, "due_at"),
                row.getInt("attempts"));
    }

    private static MessageTopic topic(ResultSet row) throws SQLException {
        String registration = row.getString("registration");
        String confirmation = row.getString("confirmation");
        String optIn = row.getString("opt_in");
        if (registration != null) {
            return new MessageTopic.OfRegistration(RegistrationId.of(registration));
        }
        String invitation = row.getString("invitation");
        if (invitation != null) {
            return new MessageTopic.OfInvitation(InvitationId.of(invitation));
        }
        if (optIn != null) {
            return new MessageTopic.OfOptIn(OptInId.of(optIn));
        }
        return confirmation == null
                ? new MessageTopic.OfUser()
                : new MessageTopic.OfConfirmation(ConfirmationId.of(confirmation));
    }
}
