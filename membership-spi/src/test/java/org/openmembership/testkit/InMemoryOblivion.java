package org.openmembership.testkit;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.duplicate.Dismissal;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;
import org.openmembership.member.MemberId;
import org.openmembership.onaccount.CommentedEntry;
import org.openmembership.privacy.Person;
import org.openmembership.user.Confirmation;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.UserId;

/** Takes people out of all tables, by looking through them. */
final class InMemoryOblivion {
    private final State state;

    InMemoryOblivion(State state) {
        this.state = state;
    }

    void takeOut(Person person) {
        person.users().forEach(this::takeOut);
        person.members().forEach(this::takeOut);
        person.customers().forEach(this::takeOut);
    }

    private void takeOut(UserId user) {
        all(state.registrations.values())
                .filter(registration -> registration.subject().user().equals(user))
                .forEach(registration -> {
                    state.envoyWishes.remove(registration.id());
                    state.registrations.remove(registration.id());
                });
        takeOutNotifications(notification -> user.equals(notification.user()));
        all(state.confirmations.values())
                .filter(confirmation -> confirmation.subject() != null
                        && confirmation.subject().user().equals(user))
                .forEach(this::takeOut);
        state.credentials.remove(user);
        new InMemoryUsers(state).takeOut(user);
    }

    private void takeOutNotifications(Predicate<Notification> condition) {
        all(state.notifications.values()).filter(condition).forEach(notification -> {
            state.notificationsDue.remove(Key.of(notification.dueAt(), notification.id()));
            state.notifications.remove(notification.id());
        });
    }

    private void takeOut(Confirmation confirmation) {
        Confirmation.Subject subject = confirmation.subject();
        if (subject != null) {
            state.confirmationsByUser.remove(
                    Key.of(subject.user(), confirmation.purpose(), confirmation.createdAt(), confirmation.id()));
        }
        state.confirmations.remove(confirmation.id());
    }

    private void takeOut(MemberId id) {
        Key prefix = Key.of(id);
        for (CustomerLink link : state.links.between(prefix, prefix.end()).toList()) {
            state.membersByCustomer.remove(link.customer());
            state.links.remove(Key.of(id, link.linkedAt(), link.customer()));
        }
        state.memberRedirects.remove(id);
        new InMemoryEnvoys(state).takeOut(id);
        all(state.agreements.values())
                .filter(agreement ->
                        agreement.member().equals(id) || agreement.other().equals(id))
                .forEach(agreement -> state.agreements.remove(Key.of(agreement.member(), agreement.other())));
        Member member = state.members.get(id);
        if (member != null) {
            new InMemoryMembers(state).takeOut(member);
        }
    }

    private void takeOut(CustomerId id) {
        all(state.notes.values()).filter(note -> note.customer().equals(id)).forEach(note -> {
            state.notesByKey.remove(note.key());
            state.notes.remove(note.id());
        });
        all(state.dismissals.values())
                .map(Dismissal::pair)
                .filter(pair -> pair.first().equals(id) || pair.second().equals(id))
                .forEach(state.dismissals::remove);
        takeOutNotifications(notification -> notification.topic() instanceof MessageTopic.OfCustomer of
                && of.id().equals(id));
        all(state.optIns.values()).filter(optIn -> optIn.customer().equals(id)).forEach(optIn -> {
            state.optInsByConsent.remove(Key.of(id, optIn.channel(), optIn.consent()));
            state.optIns.remove(optIn.id());
        });
        state.invitationsByCustomer.find(id).ifPresent(state.invitations::remove);
        state.invitationsByCustomer.remove(id);
        state.groups.values().forEach(group -> state.groupMembers.remove(Key.of(group.code(), id)));
        Key prefix = Key.of(id);
        for (CommentedEntry line :
                state.onAccountEntries.between(prefix, prefix.end()).toList()) {
            Key place = Key.of(id, line.entry().seq());
            state.onAccountEntries.put(place, new CommentedEntry(line.entry(), null));
        }
        state.redirects.remove(id);
        Customer customer = state.customers.get(id);
        if (customer != null) {
            new InMemoryCustomers(state).takeOut(customer);
        }
    }

    /** A copy, because rows are taken out on the way. */
    private static <T> Stream<T> all(Stream<T> rows) {
        List<T> copy = rows.toList();
        return copy.stream();
    }
}
