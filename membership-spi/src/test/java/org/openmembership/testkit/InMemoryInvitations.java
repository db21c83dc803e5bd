package org.openmembership.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openmembership.customer.CustomerId;
import org.openmembership.invitation.Invitation;
import org.openmembership.invitation.InvitationStore;
import org.openmembership.user.InvitationId;

final class InMemoryInvitations implements InvitationStore {
    private final State state;

    InMemoryInvitations(State state) {
        this.state = state;
    }

    @Override
    public void add(Invitation invitation) {
        state.invitationsByCustomer.add(invitation.customer(), invitation.id());
        state.invitations.add(invitation.id(), invitation);
    }

    @Override
    public void update(Invitation invitation) {
        Invitation stored = findForUpdate(invitation.id())
                .filter(before -> before.version() == invitation.version() - 1)
                .orElseThrow(() -> new RaceLostException(invitation + " has another version"));
        state.invitations.put(stored.id(), invitation);
    }

    @Override
    public Optional<Invitation> findForUpdate(InvitationId id) {
        return state.invitations.find(id);
    }

    @Override
    public List<Invitation> of(Collection<CustomerId> customers) {
        return new TreeSet<>(customers)
                .stream()
                        .flatMap(customer -> state.invitationsByCustomer.find(customer).stream())
                        .flatMap(id -> state.invitations.find(id).stream())
                        .toList();
    }
}
