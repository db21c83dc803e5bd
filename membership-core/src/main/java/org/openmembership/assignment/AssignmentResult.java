package org.openmembership.assignment;

import java.time.Instant;
import java.util.List;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.SaleAssignment;
import org.openmembership.shared.ExternalKey;

/** What became of giving a sale to somebody. After all but {@link Assigned} nothing is kept and the key stays free. */
public sealed interface AssignmentResult {
    /**
     * The sale is whose it was to be.
     *
     * @param entries the points that were taken from whoever had it, then those that it earned anew; may be empty
     * @param repeated whether this is the first answer again
     */
    record Assigned(SaleAssignment assignment, List<PointEntry> entries, boolean repeated) implements AssignmentResult {
        public Assigned {
            entries = List.copyOf(entries);
        }
    }

    /** Nothing was written. */
    record Refused(Reason reason) implements AssignmentResult {}

    /** The key was used before for another sale or member. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements AssignmentResult {}

    /** The storage went away at the wrong moment; call again under the same key. */
    record OutcomeUnknown(ExternalKey key) implements AssignmentResult {}

    /** Why a sale stays whose it is. */
    enum Reason {
        UNKNOWN_SALE,
        UNKNOWN_MEMBER,
        /** The member is closed, or awaits verification and somebody has earned on the sale before. */
        NOT_ACTIVE,
        /** The sale is a member's already: change it. */
        HAS_MEMBER,
        /** The sale is nobody's. */
        NO_MEMBER,
        /** The sale is that member's already. */
        SAME_MEMBER,
        /** It waits to be posted (A59): give it to somebody afterwards, or call it off. */
        NOT_POSTED,
        /** Lines of it have been given back. */
        RETURNED,
        /** It gives back lines of other sales itself. */
        IS_RETURN,
        /** An account that would have to give points back is closed. */
        CLOSED,
        /** The points are spent, and the club does not take them back then (R26). */
        POINTS_SPENT,
        /** A club of the member does not accept sales that old (R28). */
        OUT_OF_TIME
    }
}
