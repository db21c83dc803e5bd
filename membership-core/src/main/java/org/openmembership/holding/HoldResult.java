package org.openmembership.holding;

import java.time.Instant;
import org.openmembership.ledger.Hold;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** What became of setting points aside, or of letting them go. */
public sealed interface HoldResult {
    /**
     * The points are set aside.
     *
     * @param hold as it is now, on a repeat too
     * @param available what could be spent right after
     * @param repeated whether this is the first answer again
     */
    record Held(Hold hold, Points available, boolean repeated) implements HoldResult {}

    /** The points are free again, or were already because the hold's time was over. */
    record Released(Hold hold, Points available, boolean repeated) implements HoldResult {}

    /**
     * Nothing was changed.
     *
     * @param asked how much was wanted; zero where none was asked for
     * @param available what could be spent then
     */
    record Refused(HoldRefusal reason, Points asked, Points available, boolean repeated) implements HoldResult {}

    /** The key was used before for something else; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements HoldResult {}

    /** The storage went away at the wrong moment; ask {@link Holding#lookup}, or call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements HoldResult {}
}
