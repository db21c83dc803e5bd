package org.openmembership.command;

import jakarta.validation.Validator;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.openmembership.access.AccessPolicy;
import org.openmembership.access.Feature;
import org.openmembership.customer.ServerDefaults;
import org.openmembership.outbox.MembershipEventListener;
import org.openmembership.shared.Ids;
import org.openmembership.step.PublishedClubs;

/**
 * What all callers of a {@code Membership} share; immutable and thread-safe.
 *
 * @param clock read once per call
 * @param validator checks the constraints on requests
 * @param listeners hear of each event inside its unit of work
 * @param server what is filled in where nobody says it
 * @param features the optional parts that are on
 */
public record Engine(
        InstantSource clock,
        Ids ids,
        Validator validator,
        AccessPolicy access,
        PublishedClubs clubs,
        List<MembershipEventListener> listeners,
        ServerDefaults server,
        Set<Feature> features) {
    public Engine {
        listeners = List.copyOf(listeners);
        features = Set.copyOf(features);
    }
}
