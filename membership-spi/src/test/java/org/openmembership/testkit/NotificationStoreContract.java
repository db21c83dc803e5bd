package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.EmailAddress;
import org.openmembership.member.Member;
import org.openmembership.member.Registration;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.NotificationState;
import org.openmembership.user.NotificationStore;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/** What every {@link NotificationStore} does. */
public abstract class NotificationStoreContract extends StoreContract {
    @Test
    @Requirement("R6")
    void a_notification_is_read_back_whole() {
        Notification notification = anyNotification("n-1", Any.minute(1));

        add(notification);

        assertThat(find(notification)).contains(notification);
    }

    @Test
    void waiting_ones_are_due_by_instant_then_id() {
        Notification late = anyNotification("n-1", Any.minute(3));
        Notification second = anyNotification("n-3", Any.minute(2));
        Notification first = anyNotification("n-2", Any.minute(2));
        add(late, second, first);

        assertThat(due(Any.minute(1), 10)).isEmpty();
        assertThat(due(Any.minute(2), 10)).containsExactly(first, second);
        assertThat(due(Any.minute(9), 10)).containsExactly(first, second, late);
        assertThat(due(Any.minute(9), 2)).containsExactly(first, second);
    }

    @Test
    void an_attempt_moves_the_due_instant_on() {
        Notification waiting = anyNotification("n-1", Any.minute(1));
        add(waiting);
        Notification attempted = waiting.attempted(Any.minute(10));

        update(attempted);

        assertThat(find(waiting)).contains(attempted);
        assertThat(due(Any.minute(9), 10)).isEmpty();
        assertThat(due(Any.minute(10), 10)).containsExactly(attempted);
    }

    @Test
    void two_deliverers_do_not_start_the_same_attempt() {
        Notification waiting = anyNotification("n-1", Any.minute(1));
        add(waiting);
        update(waiting.attempted(Any.minute(10)));

        assertAlwaysLost(stores -> stores.notifications().update(waiting.attempted(Any.minute(11))));
    }

    @Test
    void a_deliverer_that_came_second_is_run_again() {
        Notification waiting = anyNotification("n-1", Any.minute(1));
        add(waiting);
        update(waiting.attempted(Any.minute(10)));

        assertRunAgain(
                stores -> stores.notifications().update(waiting.attempted(Any.minute(11))),
                stores ->
                        assertThat(stores.notifications().due(Any.minute(5), 1)).isEmpty());
    }

    @Test
    void a_delivered_one_is_due_no_more_whatever_attempts_were_made_meanwhile() {
        Notification waiting = anyNotification("n-1", Any.minute(1));
        add(waiting);
        update(waiting.attempted(Any.minute(10)));

        delivered(waiting);

        assertThat(due(Any.minute(99), 10)).isEmpty();
        assertThat(find(waiting).orElseThrow().state()).isEqualTo(NotificationState.DELIVERED);
    }

    @Test
    void an_abandoned_one_stays_abandoned() {
        Notification waiting = anyNotification("n-1", Any.minute(1));
        add(waiting);
        update(waiting.abandoned());

        delivered(waiting);

        assertThat(find(waiting)).contains(waiting.abandoned());
        assertThat(due(Any.minute(99), 10)).isEmpty();
    }

    @Test
    void a_delivered_one_stays_delivered() {
        Notification waiting = anyNotification("n-1", Any.minute(1));
        add(waiting);
        delivered(waiting);
        Optional<Notification> once = find(waiting);

        delivered(waiting);

        assertThat(find(waiting)).isEqualTo(once);
    }

    @Test
    void a_unit_of_work_sees_the_notifications_it_wrote() {
        Notification waiting = anyNotification("n-1", Any.minute(1));

        write(stores -> {
            stores.notifications().add(waiting);
            assertThat(stores.notifications().due(Any.minute(1), 1)).containsExactly(waiting);
            stores.notifications().delivered(waiting.id(), Any.minute(2));
            assertThat(stores.notifications().due(Any.minute(3), 1)).isEmpty();
        });
    }

    @Test
    @Requirement("S15")
    void the_address_that_was_a_customers_is_kept_until_the_farewell_is_sent_or_given_up() {
        Notification sent = farewell("n-1");
        Notification givenUp = farewell("n-2");
        add(sent, givenUp);
        assertThat(find(sent)).contains(sent);
        assertThat(farewells("c-1", "c-2")).containsExactly(sent, givenUp);
        assertThat(farewells("c-2")).isEmpty();
        assertThat(farewells()).isEmpty();

        update(sent.attempted(Any.minute(10)));
        assertThat(find(sent)).contains(sent.attempted(Any.minute(10)));
        delivered(sent);
        update(givenUp.abandoned());

        assertThat(find(sent)).contains(sent.attempted(Any.minute(10)).delivered());
        assertThat(find(sent).orElseThrow().former()).isNull();
        assertThat(find(givenUp)).contains(givenUp.abandoned());
        assertThat(find(givenUp).orElseThrow().former()).isNull();
        assertThat(farewells("c-1")).isEmpty();
    }

    private List<Notification> farewells(String... customers) {
        return read(stores -> stores.notifications()
                .farewells(Stream.of(customers).map(CustomerId::of).collect(Collectors.toSet())));
    }

    private static Notification farewell(String id) {
        return Notification.farewell(
                NotificationId.of(id), CustomerId.of("c-1"), EmailAddress.of("Ada@example.org"), Any.minute(1));
    }

    private Notification anyNotification(String id, Instant dueAt) {
        User user = AnyMember.anyUser();
        Member member = AnyMember.anyAwaitingMember(user);
        Registration registration = AnyMember.anyRegistration(user, member.id());
        write(stores -> {
            stores.users().add(user);
            stores.members().add(member);
            stores.members().add(registration);
        });
        return due(id, user.id(), registration.id(), dueAt);
    }

    private static Notification due(String id, UserId user, RegistrationId registration, Instant dueAt) {
        return new Notification(
                NotificationId.of(id),
                NotificationPurpose.VERIFY_ADDRESS,
                user,
                new MessageTopic.OfRegistration(registration),
                Any.anyInstant(),
                NotificationState.WAITING,
                dueAt,
                0,
                null);
    }

    private void add(Notification... notifications) {
        write(stores -> List.of(notifications).forEach(stores.notifications()::add));
    }

    private void update(Notification notification) {
        write(stores -> stores.notifications().update(notification));
    }

    private void delivered(Notification notification) {
        write(stores -> stores.notifications().delivered(notification.id(), Any.minute(20)));
    }

    private Optional<Notification> find(Notification notification) {
        return read(stores -> stores.notifications().find(notification.id()));
    }

    private List<Notification> due(Instant now, int limit) {
        return read(stores -> stores.notifications().due(now, limit));
    }
}
