package org.openmembership.consent;

import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.shared.Topic;

/** Something has happened to a consent. */
public sealed interface ConsentEvent extends MembershipEvent {
    CustomerId customer();

    @Override
    default Topic topic() {
        return new Topic(Topic.Kind.CUSTOMER, customer().value());
    }

    /**
     * A consent is in another state; what a marketing platform follows.
     *
     * @param version of the consent from now on; one that is lower than what was seen already is old
     */
    record ConsentChanged(
            CustomerId customer, ContactChannel channel, ConsentState state, ConsentCause cause, int version)
            implements ConsentEvent {
        /** @throws IllegalArgumentException if nothing was ever said */
        public static ConsentChanged of(Consent consent) {
            ConsentBasis basis = consent.basis();
            if (basis == null) {
                throw new IllegalArgumentException("nothing has happened to " + consent);
            }
            return new ConsentChanged(
                    consent.customer(), consent.channel(), consent.state(), basis.cause(), consent.version());
        }
    }
}
