package org.openmembership.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.member.MatchingCustomer;

/**
 * What registering with an address finds among the customers who have it (A15-A17, R2, R4).
 *
 * <p>A pure function of the customers, whatever order they come in (I15).
 *
 * @param linked the free ones, the oldest first: by creation instant, then id
 * @param conflicts those that are not linked, in the same order
 */
record EmailMatch(List<Customer> linked, List<LinkConflict> conflicts) {
    private static final Comparator<MatchingCustomer> OLDEST_FIRST = Comparator.comparing(
                    (MatchingCustomer matching) -> matching.customer().createdAt())
            .thenComparing(matching -> matching.customer().id());

    EmailMatch {
        linked = List.copyOf(linked);
        conflicts = List.copyOf(conflicts);
    }

    /** @param coolOff how long an email that staff has set does not count */
    static EmailMatch of(List<MatchingCustomer> customers, Instant now, Duration coolOff) {
        return of(customers, Vouched.NONE, now, coolOff, ServerDefaults.NONE);
    }

    /**
     * @param vouched whose emails count although staff has set them, because they were invited there since
     * @param server says which customer becomes nobody's
     */
    static EmailMatch of(
            List<MatchingCustomer> customers, Vouched vouched, Instant now, Duration coolOff, ServerDefaults server) {
        Instant heldFrom = now.minus(coolOff);
        List<MatchingCustomer> all = customers.stream().sorted(OLDEST_FIRST).toList();
        return new EmailMatch(
                all.stream()
                        .filter(matching ->
                                conflictOf(matching, vouched, heldFrom, server).isEmpty())
                        .map(MatchingCustomer::customer)
                        .toList(),
                all.stream()
                        .flatMap(matching -> conflictOf(matching, vouched, heldFrom, server).stream())
                        .toList());
    }

    /** The oldest of those that are linked; empty if a new customer is needed. */
    Optional<CustomerId> primary() {
        return linked.stream().map(Customer::id).findFirst();
    }

    /** Whether the address is somebody else's: there are matches, and each belongs to a member. */
    boolean isTaken() {
        return linked.isEmpty()
                && !conflicts.isEmpty()
                && conflicts.stream().allMatch(conflict -> conflict.reason() == LinkConflict.Reason.HAS_A_MEMBER);
    }

    private static Optional<LinkConflict> conflictOf(
            MatchingCustomer matching, Vouched vouched, Instant heldFrom, ServerDefaults server) {
        CustomerId customer = matching.customer().id();
        Instant setByStaff = matching.customer().emailSetByStaffAt();
        if (server.isDefault(customer)) {
            return Optional.of(new LinkConflict(customer, LinkConflict.Reason.DEFAULT_CUSTOMER));
        }
        if (matching.takenBy() != null) {
            return Optional.of(new LinkConflict(customer, LinkConflict.Reason.HAS_A_MEMBER));
        }
        if (setByStaff != null && setByStaff.isAfter(heldFrom) && !vouched.stands(matching.customer())) {
            return Optional.of(new LinkConflict(customer, LinkConflict.Reason.EMAIL_SET_BY_STAFF));
        }
        return Optional.empty();
    }
}
