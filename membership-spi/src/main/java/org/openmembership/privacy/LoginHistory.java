package org.openmembership.privacy;

import java.util.List;
import org.openmembership.member.Registration;
import org.openmembership.user.Confirmation;

/** What a person tried and was asked to confirm, each by id. */
public record LoginHistory(List<Registration> registrations, List<Confirmation> confirmations) {
    public LoginHistory {
        registrations = List.copyOf(registrations);
        confirmations = List.copyOf(confirmations);
    }
}
