package org.openmembership.consent;

import java.util.Optional;
import org.openmembership.customer.ContactPoint;
import org.openmembership.customer.Customer;

/** A double opt-in with what it depends on, as it is now. */
public record OptInFacts(OptIn optIn, Consent consent, Customer customer) {
    /** Where its message goes; empty once the consent does not wait for it any more, or the address is gone. */
    public Optional<ContactPoint> address() {
        return optIn.isAwaitedBy(consent) ? optIn.channel().pointOf(customer) : Optional.empty();
    }
}
