package org.openmembership.envoy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openmembership.account.AccountId;

/**
 * What ties a recruit to an envoy, as a sale has to know it.
 *
 * @param recruit who is tied
 * @param status where the envoy stands now
 * @param settings all the envoy ever had
 * @param accounts the envoy shares, at most one in a club
 */
public record Patronage(Recruit recruit, EnvoyStatus status, List<EnvoySettings> settings, List<AccountId> accounts) {
    public Patronage {
        settings = List.copyOf(settings);
        accounts = List.copyOf(accounts);
    }

    /** By what terms a sale made at an instant brings the envoy something; empty where it brings nothing. */
    public Optional<EnvoyTerms> termsAt(Instant at) {
        return status == EnvoyStatus.ACTIVE && recruit.benefitsAt(at)
                ? settings.stream()
                        .filter(settled -> !settled.from().isAfter(at))
                        .max(Comparator.comparingInt(EnvoySettings::number))
                        .map(EnvoySettings::terms)
                : Optional.empty();
    }
}
