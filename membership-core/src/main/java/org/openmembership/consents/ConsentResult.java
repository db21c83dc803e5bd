package org.openmembership.consents;

import java.time.Instant;
import java.util.Set;
import org.openmembership.consent.CustomerConsents;
import org.openmembership.customer.ContactChannel;

/** What came of a change to a customer's consents. */
public sealed interface ConsentResult {
    /**
     * The consents are as the customer wants, as far as that is possible.
     *
     * @param now all of them; a PENDING one waits to be confirmed by a message that is on its way
     * @param unreachable the channels by which the customer has no address, so that nothing was changed there (D5)
     */
    record Kept(CustomerConsents now, Set<ContactChannel> unreachable) implements ConsentResult {
        public Kept {
            unreachable = Set.copyOf(unreachable);
        }
    }

    record UnknownCustomer() implements ConsentResult {}

    /** Too many messages were asked for; nothing was changed. */
    record Wait(Instant until) implements ConsentResult {}
}
