package org.openmembership.step;

import java.time.Instant;
import org.openmembership.consent.ConsentPolicy;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Ids;
import org.openmembership.storage.Stores;

/** What holds for all consents of a shop. Not within {@link Consenting}: javadoc 17 fails on constructors that take a class of a hidden one. */
public record ConsentTerms(ConsentPolicy policy, Ids ids) {
    /** For one call. */
    public Consenting at(Actor actor, Instant now, Stores stores, Facts facts) {
        return new Consenting(this, actor, now, stores, facts);
    }
}
