package org.openmembership;

import java.util.List;
import org.openmembership.erasure.ErasurePolicy;
import org.openmembership.privacy.OpenOrders;
import org.openmembership.privacy.PersonalDataHolder;

/** What a host has settled about forgetting people. */
record Forgetting(ErasurePolicy policy, OpenOrders orders, List<PersonalDataHolder> holders) {
    Forgetting {
        holders = List.copyOf(holders);
        if (holders.stream().map(PersonalDataHolder::code).distinct().count() < holders.size()) {
            throw new IllegalArgumentException("two holders of personal data have the same code");
        }
    }
}
