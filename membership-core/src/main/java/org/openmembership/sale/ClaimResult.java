package org.openmembership.sale;

import java.util.List;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.shared.ExternalKey;

/** What became of a claim for a sale that nobody was named on (R40). */
public sealed interface ClaimResult {
    /**
     * The sale is the member's, and its points are posted at its own time.
     *
     * @param clubs what it did, by club
     * @param repeated whether the member has it already: the answer of then again
     */
    record Claimed(PurchaseId purchase, List<ClubPoints> clubs, boolean repeated) implements ClaimResult {
        public Claimed {
            clubs = List.copyOf(clubs);
        }
    }

    /** Nothing was changed. */
    record Refused(ExternalKey sale, Reason reason) implements ClaimResult {}

    /** The storage went away at the wrong moment; claim again, which is safe. */
    record OutcomeUnknown(ExternalKey sale) implements ClaimResult {}

    /** Why a claim is refused. */
    enum Reason {
        /** No such sale is kept. */
        UNKNOWN_SALE,
        /** Somebody has it, or will when active. */
        TAKEN,
        /** Something of it has come back. */
        RETURNED,
        /** Longer ago than any club of the member lets sales be claimed. */
        TOO_LATE,
        /** Nobody, not active, or without an account that collects. */
        NO_ACCOUNT
    }
}
