package org.openmembership.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.ledger.AccountLedger.Moved;
import org.openmembership.ledger.AccountLedger.Portion;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.shared.Points;

/** What a transfer takes from a workbook: nothing that is held, lapsed or not available yet (R30). Not thread-safe. */
public final class AccountTransfer {
    private final AccountLedger ledger;
    private final LotBook lots;

    AccountTransfer(AccountLedger ledger, LotBook lots) {
        this.ledger = ledger;
        this.lots = lots;
    }

    /** What of the known lots may go to another account: nothing that is held, and at most what is available. */
    public Points movable(Instant livesPast) {
        return lots.sum(lot -> lots.isInForce(lot) && lot.life().lapsesAt().isAfter(livesPast))
                .min(ledger.available().max(Points.ZERO));
    }

    /**
     * Takes points from lots in force in the club's order to go to another account.
     *
     * @param livesPast only lots that lapse later may go
     * @return the entry, and what was taken of each lot with that lot's life
     * @throws IllegalStateException if the lots known do not hold as much, or more is asked for than is available
     */
    public Moved move(PointEntry.Cause cause, Points points, ConsumptionOrder order, Instant livesPast) {
        if (movable(livesPast).isLessThan(points)) {
            throw new IllegalStateException(
                    points + " to move from account " + ledger.account().id() + " are not there");
        }
        EntryDraft draft = ledger.begin(cause);
        List<Portion> portions = new ArrayList<>();
        Points left = points;
        for (Lot lot : lots.open(lots::isInForce, Lot.in(order))) {
            if (lot.life().lapsesAt().isAfter(livesPast) && left.isPositive()) {
                Points rest = draft.take(lot, left, Purpose.MOVED);
                portions.add(new Portion(left.minus(rest), lot.life()));
                left = rest;
            }
        }
        return new Moved(ledger.end(draft), portions);
    }
}
