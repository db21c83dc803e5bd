package org.openmembership.user;

/** What a message is about. */
public sealed interface Topic {
    /** An attempt to register. */
    record OfRegistration(RegistrationId id) implements Topic {}

    /** Something to be confirmed. */
    record OfConfirmation(ConfirmationId id) implements Topic {}

    /** The user as such. */
    record OfUser() implements Topic {}
}
