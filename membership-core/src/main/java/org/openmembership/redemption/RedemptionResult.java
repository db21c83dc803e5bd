package org.openmembership.redemption;

import java.time.Instant;
import org.joda.money.Money;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** What became of a redemption. */
public sealed interface RedemptionResult {
    /**
     * The points are spent.
     *
     * @param entry that took them
     * @param available what could be spent right after
     * @param value what they pay: what they were worth, cut to what the currency can pay, and to the amount asked for or due
     * @param repeated whether this is the first answer again
     */
    record Redeemed(PointEntry entry, Points available, Money value, boolean repeated) implements RedemptionResult {}

    /**
     * Nothing was spent.
     *
     * @param repeated whether this is the first answer again
     */
    record Refused(SpendingRefusal why, boolean repeated) implements RedemptionResult {}

    /** The key was used before for another redemption; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements RedemptionResult {}

    /** The storage went away at the wrong moment; ask {@link Redemption#lookup}, or call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements RedemptionResult {}
}
