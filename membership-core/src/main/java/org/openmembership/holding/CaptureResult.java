package org.openmembership.holding;

import java.time.Instant;
import org.joda.money.Money;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** What became of spending held points. */
public sealed interface CaptureResult {
    /**
     * The points are spent, and what else was held is free again.
     *
     * @param entry that took them; it happened when the hold was placed, or now if that was too long ago
     * @param available what could be spent right after
     * @param value what the points were worth, cut to what the currency can pay
     * @param repeated whether this is the first answer again
     */
    record Captured(PointEntry entry, Points available, Money value, boolean repeated) implements CaptureResult {}

    /**
     * Nothing was spent.
     *
     * @param asked how much was wanted; zero for all that is held
     * @param available what could be spent then
     */
    record Refused(HoldRefusal reason, Points asked, Points available, boolean repeated) implements CaptureResult {}

    /** The key was used before for another capture; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements CaptureResult {}

    /** The storage went away at the wrong moment; ask {@link Holding#lookupCapture}, or call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements CaptureResult {}
}
