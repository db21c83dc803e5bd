package org.openmembership.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
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
            select id, purpose, user_id, registration, confirmation, opt_in, invitation, customer, former_email, created_at, state,
                   due_at, attempts
              from om_notification
             where tenant = :tenant""";
    private static final String BY_ID = COLUMNS + " and id = :id";
    private static final String DUE =
            COLUMNS + " and state = :waiting and due_at <= :now order by due_at, id limit :limit";
    private static final String FAREWELLS =
            COLUMNS + " and customer {in:customers} and former_email is not null order by id";
    private static final Change CHANGED =
            Change.of(Table.NOTIFICATION, "state, due_at, attempts, former_email", "id, attempts");
    private static final Change DELIVERED =
            Change.of(Table.NOTIFICATION, "state, delivered_at, former_email", "id, state");

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
                topic instanceof MessageTopic.OfCustomer of ? of.id().value() : null,
                former(notification),
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
                former(notification),
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
    public List<Notification> farewells(Set<CustomerId> customers) {
        if (customers.isEmpty()) {
            return List.of();
        }
        return unit.gather()
                .list("customers", customers.stream().map(CustomerId::value).toList())
                .all(FAREWELLS, JdbcNotificationStore::read);
    }

    @Override
    public void delivered(NotificationId id, Instant at) {
        boolean waiting = find(id).filter(notification -> notification.state() == NotificationState.WAITING)
                .isPresent();
        if (waiting) {
            unit.change(DELIVERED, NotificationState.DELIVERED, at, null, id.value(), NotificationState.WAITING);
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
                row.getInt("attempts"),
                CustomerRow.email(row, "former_email"));
    }

    private static @Nullable String former(Notification notification) {
        EmailAddress former = notification.former();
        return former == null ? null : former.typed();
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
        String customer = row.getString("customer");
        if (customer != null) {
            return new MessageTopic.OfCustomer(CustomerId.of(customer));
        }
        if (optIn != null) {
            return new MessageTopic.OfOptIn(OptInId.of(optIn));
        }
        return confirmation == null
                ? new MessageTopic.OfUser()
                : new MessageTopic.OfConfirmation(ConfirmationId.of(confirmation));
    }
}
