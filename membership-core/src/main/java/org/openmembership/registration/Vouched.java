package org.openmembership.registration;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.invitation.Invitation;
import org.openmembership.member.MatchingCustomer;
import org.openmembership.storage.Stores;

/**
 * For whose address somebody stands who may invite customers, although a clerk has written it lately (R2, C49).
 *
 * @param invitations by customer
 */
record Vouched(Map<CustomerId, Invitation> invitations) {
    static final Vouched NONE = new Vouched(Map.of());

    /** Of customers who are locked, so that no address changes any more; asks nothing if no clerk has written any of them. */
    static Vouched of(List<MatchingCustomer> customers, Stores stores) {
        List<CustomerId> written = customers.stream()
                .map(MatchingCustomer::customer)
                .filter(customer -> customer.emailSetByStaffAt() != null)
                .map(Customer::id)
                .toList();
        return written.isEmpty()
                ? NONE
                : new Vouched(stores.invitations().of(written).stream()
                        .collect(toMap(Invitation::customer, invitation -> invitation)));
    }

    boolean stands(Customer customer) {
        return Optional.ofNullable(invitations.get(customer.id()))
                .filter(invitation -> invitation.vouchesFor(customer))
                .isPresent();
    }
}
