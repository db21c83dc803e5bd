package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.invitation.Invitation;
import org.openmembership.invitation.InvitationStore;
import org.openmembership.user.InvitationId;
import org.openmembership.user.Message;
import org.openmembership.user.MessageTopic;
import org.openmembership.user.Notification;
import org.openmembership.user.NotificationId;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretSeal;

/** What every {@link InvitationStore} does. */
@Requirement("C49")
public abstract class InvitationStoreContract extends StoreContract {
    private final Customer ada = AnyCustomer.anyCustomer(AnyCustomer.anyEmail());
    private final Customer eve = AnyCustomer.anyCustomer(AnyCustomer.anyEmail());

    @Test
    void an_invitation_is_read_back_whole() {
        Invitation begun = begun("i-1", ada);
        Invitation sent = begun.withSecrets(SecretSeal.keyless(), proof());
        Invitation tried = sent.triedInVain();
        Invitation accepted = tried.accepted();
        Invitation renewed = accepted.renewed(eve.emailKey().orElseThrow(), Any.minute(7));
        add(begun);

        assertThat(find("i-1")).contains(begun);
        Invitation withdrawn = renewed.withdrawn();
        Invitation again = withdrawn.renewed(ada.emailKey().orElseThrow(), Any.minute(8));
        for (Invitation next : List.of(sent, tried, accepted, renewed, withdrawn, again, again.declined())) {
            update(next);
            assertThat(find("i-1")).contains(next);
        }
        assertThat(find("i-2")).isEmpty();
    }

    @Test
    void invitations_are_found_by_customer() {
        Invitation first = begun("i-2", ada);
        Invitation second = begun("i-1", eve);
        add(first, second);
        List<Invitation> expected = ada.id().compareTo(eve.id()) < 0 ? List.of(first, second) : List.of(second, first);

        assertThat(of(List.of(eve.id(), ada.id()))).isEqualTo(expected);
        assertThat(of(List.of(ada.id()))).containsExactly(first);
        assertThat(of(List.of())).isEmpty();
        assertThat(of(List.of(AnyCustomer.anyCustomerId()))).isEmpty();
    }

    @Test
    @Requirement("R32")
    void a_change_of_another_version_loses_the_race() {
        Invitation begun = begun("i-1", ada);
        add(begun);
        update(begun.triedInVain());

        assertAlwaysLost(stores -> stores.invitations().update(begun.accepted()));
    }

    @Test
    @Requirement("R32")
    void a_customer_has_one_invitation() {
        add(begun("i-1", ada));

        assertAlwaysLost(stores -> stores.invitations().add(begun("i-2", ada)));
    }

    @Test
    @Requirement("R6")
    void a_message_about_an_invitation_is_read_back_whole() {
        add(begun("i-1", ada));
        Notification due = Notification.due(
                NotificationId.of("n-1"),
                NotificationPurpose.INVITE_CUSTOMER,
                null,
                new MessageTopic.OfInvitation(InvitationId.of("i-1")),
                Any.minute(1));
        write(stores -> stores.notifications().add(due));

        Optional<Notification> found = read(stores -> stores.notifications().find(due.id()));
        assertThat(found).contains(due);
    }

    private static Invitation begun(String id, Customer customer) {
        return Invitation.begun(
                InvitationId.of(id), customer.id(), customer.emailKey().orElseThrow(), Any.minute(1));
    }

    private static Message.Proof proof() {
        return new Message.Proof(new Secret(Any.any("code")), new Secret(Any.any("token")), Any.minute(60));
    }

    private void add(Invitation... invitations) {
        write(stores -> {
            stores.customers().add(ada);
            stores.customers().add(eve);
            List.of(invitations).forEach(stores.invitations()::add);
        });
    }

    private void update(Invitation invitation) {
        write(stores -> stores.invitations().update(invitation));
    }

    private List<Invitation> of(List<CustomerId> customers) {
        return read(stores -> stores.invitations().of(customers));
    }

    private Optional<Invitation> find(String id) {
        return storage().inUnitOfWork(stores -> stores.invitations().findForUpdate(InvitationId.of(id)));
    }
}
