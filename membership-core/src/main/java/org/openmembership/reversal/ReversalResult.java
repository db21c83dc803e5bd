package org.openmembership.reversal;

import java.time.Instant;
import java.util.List;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** What became of a reversal. */
public sealed interface ReversalResult {
    /**
     * The entry is undone.
     *
     * @param entries the reversal, and the expiry of points that came back to a life already over
     * @param available what could be spent right after; below zero where a debt is left
     * @param repeated whether this is the first answer again
     */
    record Reversed(List<PointEntry> entries, Points available, boolean repeated) implements ReversalResult {
        public Reversed {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Nothing was changed.
     *
     * @param repeated whether this is the first answer again
     */
    record Refused(ReversalRefusal reason, boolean repeated) implements ReversalResult {}

    /** The key was used before for another reversal; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements ReversalResult {}

    /** The storage went away at the wrong moment; ask {@link Reversal#lookup}, or call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements ReversalResult {}
}
