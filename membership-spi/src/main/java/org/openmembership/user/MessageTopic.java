package org.openmembership.user;

import org.openmembership.customer.CustomerId;

/** What a message is about. */
public sealed interface MessageTopic {
    /** An attempt to register. */
    record OfRegistration(RegistrationId id) implements MessageTopic {}

    /** Something to be confirmed. */
    record OfConfirmation(ConfirmationId id) implements MessageTopic {}

    /** A consent to be confirmed by the person it is of (C10). */
    record OfOptIn(OptInId id) implements MessageTopic {}

    /** That a customer is invited to register (C49). */
    record OfInvitation(InvitationId id) implements MessageTopic {}

    /** The record of a customer, who may have no login (S15). */
    record OfCustomer(CustomerId id) implements MessageTopic {}

    /** The user as such. */
    record OfUser() implements MessageTopic {}
}
