package org.openmembership.invitation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openmembership.customer.CustomerId;
import org.openmembership.user.InvitationId;

/** Keeps invitations, one of each customer. */
public interface InvitationStore {
    /** Adds the first one of a customer; if another unit of work has added one meanwhile, this one is run again. */
    void add(Invitation invitation);

    /**
     * Replaces the stored invitation.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void update(Invitation invitation);

    /** An invitation, locked until the unit of work ends. */
    Optional<Invitation> findForUpdate(InvitationId id);

    /** Those of some customers, by customer; at most 1,000 customers. */
    List<Invitation> of(Collection<CustomerId> customers);
}
