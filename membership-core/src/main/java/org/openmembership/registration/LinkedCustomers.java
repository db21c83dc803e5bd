package org.openmembership.registration;

import java.util.List;
import org.openmembership.customer.CustomerId;

/**
 * The customers a new member has, frozen from now on (A15-A18).
 *
 * @param links all of them, in order of id
 * @param primary the oldest, or the one created because none matched
 * @param conflicts customers with the same address that were not linked
 */
public record LinkedCustomers(List<CustomerId> links, CustomerId primary, List<LinkConflict> conflicts) {
    public LinkedCustomers {
        links = List.copyOf(links);
        conflicts = List.copyOf(conflicts);
    }
}
