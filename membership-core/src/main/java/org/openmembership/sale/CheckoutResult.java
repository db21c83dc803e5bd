package org.openmembership.sale;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.openmembership.club.RuleId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.shared.ExternalKey;

/** What became of a sale that was to be paid in part with points. */
public sealed interface CheckoutResult {
    /**
     * The points are spent and the sale is recorded, both or none.
     *
     * @param sale what recording it alone would have answered, with what it earned
     * @param spent by an entry for the tenders and one for each item offer; empty where nothing was to be paid with points
     * @param paid with the tenders that are points
     */
    record CheckedOut(SaleResult.Recorded sale, List<PointEntry> spent, Money paid) implements CheckoutResult {
        public CheckedOut {
            spent = List.copyOf(spent);
        }
    }

    /**
     * What checking out now would do; nothing was written (R38).
     *
     * @param sale what the sale would earn
     * @param spent the entries that would take the points
     * @param paid with the tenders that are points
     */
    record Previewed(SaleResult.Previewed sale, List<PointEntry> spent, Money paid) implements CheckoutResult {
        public Previewed {
            spent = List.copyOf(spent);
        }
    }

    /** The points cannot be spent; nothing was written, and the receipt may come again, paid otherwise. */
    record PaymentRefused(SpendingRefusal why) implements CheckoutResult {}

    /** No such offer is made on that line now; nothing was written. */
    record OfferNotMade(int line, RuleId offer) implements CheckoutResult {}

    /** The sale itself cannot be recorded, for the reason that recording it alone would have given; nothing was written. */
    record SaleRefused(SaleResult why) implements CheckoutResult {}

    /** The key belongs to another sale, or to one that was paid otherwise. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements CheckoutResult {}

    /** The storage went away at the wrong moment; check out again under the same key. */
    record OutcomeUnknown(ExternalKey key) implements CheckoutResult {}
}
