package org.openmembership.subscription;

import java.time.Instant;
import java.time.LocalDate;
import org.openmembership.shared.ExternalKey;

/** What became of a scheme that was paid for. */
public sealed interface SubscriptionResult {
    /**
     * It is held on these days, wherever nothing better is and no pin says otherwise.
     *
     * @param from today, or the day after what was paid for before
     * @param until the last day, included
     * @param repeated whether this is the first answer again
     */
    record Subscribed(LocalDate from, LocalDate until, boolean repeated) implements SubscriptionResult {}

    /**
     * Nothing was given.
     *
     * @param repeated whether this is the first answer again
     */
    record Refused(SubscriptionRefusal reason, boolean repeated) implements SubscriptionResult {}

    /** The key was used before for another scheme or account; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements SubscriptionResult {}

    /** The storage went away at the wrong moment; ask {@link Subscription#lookup}, or call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements SubscriptionResult {}
}
