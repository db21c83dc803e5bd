package org.openmembership.consent;

import java.util.Set;
import org.openmembership.customer.ContactChannel;

/**
 * What a shop asks of consents.
 *
 * @param confirmed the channels whose consents have to be confirmed by a message to the address before they count (C10)
 */
public record ConsentPolicy(Set<ContactChannel> confirmed) {
    /** Email has to be confirmed; a text message, which costs, and a letter have not. */
    public static final ConsentPolicy DEFAULT = new ConsentPolicy(Set.of(ContactChannel.EMAIL));

    public ConsentPolicy {
        confirmed = Set.copyOf(confirmed);
        if (!confirmed.stream().allMatch(ContactChannel::carriesMessages)) {
            throw new IllegalArgumentException("ConsentPolicy.confirmed: only email and text messages carry a code");
        }
    }

    public static ConsentPolicy confirming(ContactChannel... channels) {
        return new ConsentPolicy(Set.of(channels));
    }

    public boolean asksToConfirm(ContactChannel channel) {
        return confirmed.contains(channel);
    }
}
