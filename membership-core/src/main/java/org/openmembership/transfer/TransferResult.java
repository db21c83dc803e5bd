package org.openmembership.transfer;

import java.time.Instant;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** What became of a transfer. */
public sealed interface TransferResult {
    /**
     * The points are moved; the difference of the two entries is what the transfer factor took.
     *
     * @param repeated whether this is the first answer again
     */
    record Transferred(PointEntry from, PointEntry to, boolean repeated) implements TransferResult {}

    /**
     * Nothing was moved.
     *
     * @param available what could be spent then on the account they were to leave
     * @param repeated whether this is the first answer again
     */
    record Refused(TransferRefusal reason, Points available, boolean repeated) implements TransferResult {}

    /** The key was used before for another transfer; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements TransferResult {}

    /** The storage went away at the wrong moment; ask {@link Transfer#lookup}, or call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements TransferResult {}
}
