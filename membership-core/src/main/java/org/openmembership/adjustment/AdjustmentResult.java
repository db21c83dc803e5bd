package org.openmembership.adjustment;

import java.time.Instant;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** What became of an adjustment. */
public sealed interface AdjustmentResult {
    /**
     * The points are added or taken.
     *
     * @param available what could be spent right after
     * @param repeated whether this is the first answer again
     */
    record Adjusted(PointEntry entry, Points available, boolean repeated) implements AdjustmentResult {}

    /**
     * It waits for somebody else's {@link Adjustment#approve}; no points have moved.
     *
     * @param repeated whether this is the first answer again
     */
    record Proposed(AdjustmentRequest request, boolean repeated) implements AdjustmentResult {}

    /**
     * It is more than this actor may adjust alone: {@link Adjustment#propose} it. Nothing was kept, the key stays free.
     *
     * @param alone the most that may be added or taken now without approval; zero where the day is used up
     */
    record NeedsApproval(AdjustmentRequest request, Points alone) implements AdjustmentResult {}

    /**
     * Nothing was changed.
     *
     * @param available what could be spent then
     * @param repeated whether this is the first answer again
     */
    record Refused(AdjustmentRefusal reason, Points available, boolean repeated) implements AdjustmentResult {}

    /** The key was used before for another adjustment; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements AdjustmentResult {}

    /** The storage went away at the wrong moment; ask {@link Adjustment#lookup}, or call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements AdjustmentResult {}
}
