package org.openmembership.examples.foodmart;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.SchemeId;
import org.openmembership.importing.CustomerImport;
import org.openmembership.shared.ExternalKey;

/**
 * A customer of the host who registers.
 *
 * @param reference the host's key
 * @param record what the host knows
 * @param form what the person fills in
 * @param scheme that a card of the host entitles to, null for the club's first
 */
record Person(
        ExternalKey reference,
        CustomerImport record,
        Form form,
        @Nullable SchemeId scheme) {
    /** What the registration asks for. */
    record Form(
            String firstName,
            String lastName,
            String email,
            @Nullable LocalDate birthdate) {}

    String name() {
        return form.firstName() + " " + form.lastName();
    }
}
