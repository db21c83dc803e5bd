package org.openmembership.examples.foodmart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openmembership.Membership;
import org.openmembership.purchase.Purchase;

/** Stands where the door to sales will be. */
final class SaleSeam {
    private SaleSeam() {}

    static void recordAll(Membership membership, List<Purchase> sales) {
        throw new UnsupportedOperationException(membership + " cannot record " + sales.size() + " sales yet");
    }

    static Optional<Instant> lastSale(Membership membership) {
        throw new UnsupportedOperationException(membership + " cannot list sales yet");
    }
}
