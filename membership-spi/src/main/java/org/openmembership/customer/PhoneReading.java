package org.openmembership.customer;

/** What {@link PhoneNumbers} made of a typed number. */
public sealed interface PhoneReading {
    record Read(E164 number) implements PhoneReading {}

    record Refused(Problem problem) implements PhoneReading {}

    /** Why a typed number cannot be one. */
    enum Problem {
        NOT_A_NUMBER,
        UNKNOWN_COUNTRY,
        TOO_SHORT,
        TOO_LONG,
        IMPOSSIBLE
    }
}
