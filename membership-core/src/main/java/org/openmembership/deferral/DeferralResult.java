package org.openmembership.deferral;

import java.util.List;
import org.openmembership.purchase.WaitingSale;

/** What became of saying something about a sale that waits. */
public sealed interface DeferralResult {
    /** It is kept; what waits of the sale, as it is now. A repeat answers the same. */
    record Done(List<WaitingSale> sales) implements DeferralResult {
        public Done {
            sales = List.copyOf(sales);
        }
    }

    /** Nothing was changed. */
    record Refused(Reason reason) implements DeferralResult {}

    /** Why nothing was changed. */
    enum Reason {
        /** No sale is kept under the key. */
        UNKNOWN_SALE,
        /** It waits nowhere: it was posted at once, or later, or moves no points at all. */
        NOTHING_WAITS
    }
}
