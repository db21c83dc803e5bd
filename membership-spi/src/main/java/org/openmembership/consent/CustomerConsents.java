package org.openmembership.consent;

import java.util.List;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;

/**
 * The consents of a customer, one for each channel, in the order of channels (D30).
 *
 * @param all complete: by a channel of which nothing was ever said, NOT_SUBSCRIBED of version 0
 */
public record CustomerConsents(CustomerId customer, List<Consent> all) {
    public CustomerConsents {
        all = List.copyOf(all);
        if (!all.stream().map(Consent::channel).toList().equals(ContactChannel.IN_ORDER)) {
            throw new IllegalArgumentException("CustomerConsents must have one of each channel, in order");
        }
        if (!all.stream().allMatch(consent -> consent.customer().equals(customer))) {
            throw new IllegalArgumentException("CustomerConsents must be those of " + customer);
        }
    }

    /** Those that are kept, completed by those of which nothing was ever said. */
    public static CustomerConsents of(CustomerId customer, List<Consent> kept) {
        return new CustomerConsents(
                customer,
                ContactChannel.IN_ORDER.stream()
                        .map(channel -> kept.stream()
                                .filter(consent -> consent.channel() == channel)
                                .findFirst()
                                .orElseGet(() -> Consent.none(customer, channel)))
                        .toList());
    }

    public Consent by(ContactChannel channel) {
        return all.get(ContactChannel.IN_ORDER.indexOf(channel));
    }

    /** The same with other consents in the place of some. */
    public CustomerConsents with(List<Consent> changed) {
        return of(
                customer,
                all.stream()
                        .map(before -> changed.stream()
                                .filter(after -> after.channel() == before.channel())
                                .findFirst()
                                .orElse(before))
                        .toList());
    }
}
