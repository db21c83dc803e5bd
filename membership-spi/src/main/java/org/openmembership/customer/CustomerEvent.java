package org.openmembership.customer;

import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/** Something has happened to a customer. */
public sealed interface CustomerEvent extends MembershipEvent {
    CustomerId customer();

    @Override
    default Topic topic() {
        return new Topic(Topic.Kind.CUSTOMER, customer().value());
    }

    /** There is a customer who was not known before. */
    record CustomerCreated(CustomerId customer) implements CustomerEvent {}

    /**
     * What is known about a customer is other than before; who wants to know what reads the customer.
     *
     * @param version of the customer as it is now
     */
    record CustomerChanged(CustomerId customer, int version) implements CustomerEvent {}

    /** Status, type or the active flag are others than before. */
    record CustomerStandingChanged(CustomerId customer, CustomerStanding before, CustomerStanding after)
            implements CustomerEvent {}

    /** A customer is asked to register (C49). */
    record CustomerInvited(CustomerId customer) implements CustomerEvent {}

    /** A customer is not asked to register any more: the shop has called that off (C49). */
    record InvitationWithdrawn(CustomerId customer) implements CustomerEvent {}

    /** Who got a customer's invitation says that it was not meant for them: the address may be wrong (C49). */
    record InvitationDeclined(CustomerId customer) implements CustomerEvent {}

    /** Somebody has looked at two customers and says that they are not one (R15). */
    record DuplicateDismissed(CustomerId customer, CustomerId other) implements CustomerEvent {}

    /** @param reference the other system's name for the customer */
    record CustomerImported(CustomerId customer, ExternalKey reference) implements CustomerEvent {}
}
