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

    /** @param reference the other system's name for the customer */
    record CustomerImported(CustomerId customer, ExternalKey reference) implements CustomerEvent {}
}
