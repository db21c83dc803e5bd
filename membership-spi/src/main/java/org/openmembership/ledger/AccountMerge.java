package org.openmembership.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.ledger.AccountLedger.Moved;
import org.openmembership.ledger.AccountLedger.Portion;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.shared.Points;

/** What merging does to a workbook: whole lots, and debt, go from one account to another of the club (I20). Not thread-safe. */
public final class AccountMerge {
    private final AccountLedger ledger;
    private final LotBook lots;

    AccountMerge(AccountLedger ledger, LotBook lots) {
        this.ledger = ledger;
        this.lots = lots;
    }

    /**
     * Takes whole lots, and debt, away.
     *
     * @param which lots, all known and none of them held
     * @param debt at most what there is
     * @return the entry, and what was taken of each lot with that lot's life
     */
    public Moved surrender(PointEntry.Cause cause, Set<LotId> which, Points debt, ConsumptionOrder order) {
        EntryDraft draft = ledger.begin(cause);
        List<Portion> portions = new ArrayList<>();
        for (Lot lot : lots.open(lot -> which.contains(lot.id()), lots.availableFirst(order))) {
            draft.take(lot, lot.remaining(), Purpose.MOVED);
            portions.add(new Portion(lot.remaining(), lot.life()));
        }
        draft.repay(debt);
        return new Moved(ledger.end(draft), portions);
    }

    /**
     * Takes over what another account {@linkplain #surrender surrendered}: its points repay debt first, its debt is repaid
     * from lots in the club's order, and what neither covers is owed.
     *
     * @throws IllegalStateException if the lots needed are not known
     */
    public PointEntry absorb(PointEntry.Cause cause, List<Portion> portions, Points owing, ConsumptionOrder order) {
        Points covered = ledger.available().max(Points.ZERO).min(owing);
        EntryDraft draft = ledger.begin(cause);
        portions.forEach(portion -> draft.open(draft.repay(portion.points()), portion.life()));
        Points left = owing;
        for (Lot lot : lots.open(lots::isUnlapsed, lots.availableFirst(order))) {
            left = draft.take(lot, left, Purpose.CLAWED);
        }
        if (owing.minus(covered).isLessThan(left)) {
            throw new IllegalStateException("lots for " + left + " points were not read");
        }
        draft.owe(left);
        return ledger.end(draft);
    }
}
