package org.openmembership.examples.foodmart;

import java.util.List;
import org.openmembership.Membership;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.ExternalKey;

/** Stands where the door to sales will be. */
final class SaleSeam {
    private SaleSeam() {}

    static void recordAll(Membership membership, List<Purchase> sales) {
        throw new UnsupportedOperationException(membership + " cannot record " + sales.size() + " sales yet");
    }

    static boolean isKept(Membership membership, ExternalKey sale) {
        throw new UnsupportedOperationException(membership + " cannot look " + sale + " up yet");
    }
}
