package org.openmembership.registration;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.openmembership.customer.CustomerId;
import org.openmembership.member.CustomerLink;
import org.openmembership.member.Member;

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

    /** Those a member has; a repeat tells no conflicts. */
    static LinkedCustomers of(Member member) {
        List<CustomerId> links =
                member.links().stream().map(CustomerLink::customer).sorted().toList();
        return new LinkedCustomers(links, requireNonNull(member.primary()), List.of());
    }
}
