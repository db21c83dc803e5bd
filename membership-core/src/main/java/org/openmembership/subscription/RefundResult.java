package org.openmembership.subscription;

import java.time.LocalDate;
import org.joda.money.Money;

/** What became of the wish to give a scheme back that was paid for. */
public sealed interface RefundResult {
    /**
     * These days are not held by purchase any more.
     *
     * @param amount of the price to give back, in the club's currency
     * @param from the first day that is given back: today, or the first of a term that has not begun
     * @param until the last day of the term
     * @param repeated whether this is the first answer again
     */
    record Refunded(Money amount, LocalDate from, LocalDate until, boolean repeated) implements RefundResult {}

    /** Nothing was written. */
    record Refused(RefundRefusal reason) implements RefundResult {}

    /** The storage went away at the wrong moment; ask {@link Subscription#lookupRefund}, or call again. */
    record OutcomeUnknown() implements RefundResult {}
}
