package org.openmembership.consents;

import java.time.Instant;
import org.openmembership.customer.ContactPoint;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.PersonName;

/**
 * Somebody who may be written to by a channel.
 *
 * @param address where; an email address, a phone number or a postal address
 * @param since when
 */
public record Subscriber(CustomerId customer, PersonName name, ContactPoint address, Instant since) {
    @Override
    public String toString() {
        return "Subscriber[" + customer + "]";
    }
}
