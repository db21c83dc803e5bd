package org.openmembership.giftcards;

import java.time.Instant;
import org.openmembership.giftcard.GiftCardEntry;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** What became of points that were to become money on a gift card. */
public sealed interface PointsToCardResult {
    /**
     * Both records are there.
     *
     * @param entry that took the points
     * @param brought the money on the card
     * @param available points that could be spent right after
     * @param repeated whether this is the first answer again
     */
    record Redeemed(PointEntry entry, GiftCardEntry brought, Points available, boolean repeated)
            implements PointsToCardResult {}

    /**
     * Neither is: the points cannot be spent.
     *
     * @param repeated whether this is the first answer again
     */
    record PointsRefused(SpendingRefusal why, boolean repeated) implements PointsToCardResult {}

    /**
     * Neither is: the card takes no money from these points.
     *
     * @param repeated whether this is the first answer again
     */
    record CardRefused(PointsToCardRefusal reason, boolean repeated) implements PointsToCardResult {}

    /** The key was used before for something else; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements PointsToCardResult {}

    /** The storage went away at the wrong moment; ask {@link GiftCards#lookup}, or call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements PointsToCardResult {}
}
