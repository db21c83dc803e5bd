package org.openmembership.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Channel;

/**
 * How it came that a consent is as it is (R14, D30): when, why, where and on what evidence.
 *
 * @param at when it was said, by our clock
 * @param source where it was said: POS, WEB or whatever the host uses; null where nobody said anything, as when an address
 *     was removed
 * @param evidence null where nothing was needed
 * @param by who made the call
 */
public record ConsentBasis(
        Instant at,
        ConsentCause cause,
        @Nullable Channel source,
        @Nullable EvidenceCode evidence,
        Actor by) {
    /** A change that nobody spelled out. */
    public static ConsentBasis because(ConsentCause cause, Instant at, Actor by) {
        return new ConsentBasis(at, cause, null, null, by);
    }
}
