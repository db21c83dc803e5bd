package org.openmembership.ledger;

import java.time.Instant;
import java.util.List;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.shared.Points;

/**
 * Decides that points be usable longer, or again: an end never changes, so that one lot is closed and another opened (R23).
 *
 * @param ledger of the account, which knows the lot
 */
public record LotExtension(AccountLedger ledger) {
    /** What of a lot can be extended: what no hold has; zero if it has lapsed. */
    public Points extendable(Lot lot) {
        return lot.life().isLapsed(ledger.at()) ? Points.ZERO : ledger.lots().free(lot);
    }

    /**
     * Moves what is free of a lot into one that lapses at {@code lapsesAt}.
     *
     * @param out why it leaves
     * @param in why it comes
     * @return both entries
     */
    public List<PointEntry> extend(PointEntry.Cause out, PointEntry.Cause in, Lot lot, Instant lapsesAt) {
        Points points = extendable(lot);
        EntryDraft leaving = ledger.begin(out);
        leaving.take(lot, points, Purpose.MOVED);
        PointEntry left = ledger.end(leaving);
        EntryDraft coming = ledger.begin(in);
        // terms of inactivity that came later would else let them lapse sooner than without the extension
        Lot.Life life = ledger.lots()
                .bounded(longer(lot, lapsesAt))
                .keptAlive(lot.life().lapsesAt());
        coming.open(coming.repay(points), life);
        return List.of(left, ledger.end(coming));
    }

    /** Gives back what an expiry took, in a lot of its own; repays debt first. */
    public PointEntry reinstate(PointEntry.Cause cause, PointEntry expiry, Lot lot, Instant lapsesAt) {
        Points points = expiry.points().negated();
        return ledger.restore(cause, List.of(new AccountLedger.Returned(null, points, longer(lot, lapsesAt))));
    }

    private static Lot.Life longer(Lot lot, Instant lapsesAt) {
        Lot.Life life = lot.life();
        return new Lot.Life(life.earnedAt(), life.availableFrom(), lapsesAt);
    }
}
