package org.openmembership.consent;

import java.util.Optional;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.Page;
import org.openmembership.user.OptInId;

/** Keeps consents, all their changes, and what waits to be confirmed. */
public interface ConsentStore {
    /**
     * Keeps the next version of a consent, and that it came to be.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void record(Consent consent);

    /** All consents of a customer; empty if there is no such customer. */
    Optional<KeptConsents> of(CustomerId customer);

    /** A page of all that a consent ever was, the latest first. */
    Page<Consent> history(CustomerId customer, ContactChannel channel, Page.Request page);

    /** A page of the consents by a channel that are in a state, by customer. */
    Page<Consent> inState(ContactChannel channel, ConsentState state, Page.Request page);

    /** Adds one; there is at most one for each version of a consent. */
    void add(OptIn optIn);

    /**
     * Replaces what has changed of the stored one: secrets and attempts.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void update(OptIn optIn);

    /** The one for a version of a consent. */
    Optional<OptIn> optInOf(Consent pending);

    /** One with its consent and customer, itself locked where the database locks. */
    Optional<OptInFacts> optInForUpdate(OptInId id);
}
