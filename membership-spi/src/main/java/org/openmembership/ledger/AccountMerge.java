package org.openmembership.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.shared.Points;

/**
 * What merging does to a workbook: lots, what is held of them, and debt go from one account to another of the club (I20). Not
 * thread-safe.
 */
public final class AccountMerge {
    private final AccountLedger ledger;
    private final LotBook lots;

    AccountMerge(AccountLedger ledger, LotBook lots) {
        this.ledger = ledger;
        this.lots = lots;
    }

    /**
     * What leaves of a lot.
     *
     * @param points all that leaves
     * @param held what of it is held, which nothing takes on its way
     */
    public record Carried(LotId lot, Points points, Points held, Lot.Life life) {}

    /** What left by one entry. */
    public record Surrendered(PointEntry entry, List<Carried> lots) {
        public Surrendered {
            lots = List.copyOf(lots);
        }
    }

    /**
     * Takes holds out that have points of these lots; answers them, by id. The points are to be {@linkplain #surrender
     * surrendered} next.
     */
    public List<Hold> release(Set<LotId> which) {
        List<Hold> leaving = ledger.holds().all().stream()
                .filter(hold -> hold.parts().stream().anyMatch(part -> which.contains(part.lot())))
                .sorted(Comparator.comparing(Hold::id))
                .toList();
        leaving.forEach(hold -> ledger.holds().leave(hold.id()));
        return leaving;
    }

    /**
     * Takes points of lots, and debt, away.
     *
     * @param which what to take of which lots, all known and none of it held any more
     * @param held what of each lot is held by holds that leave
     * @param debt at most what there is
     */
    public Surrendered surrender(
            PointEntry.Cause cause,
            Map<LotId, Points> which,
            Map<LotId, Points> held,
            Points debt,
            ConsumptionOrder order) {
        EntryDraft draft = ledger.begin(cause);
        List<Carried> carried = new ArrayList<>();
        for (Lot lot : lots.open(lot -> which.containsKey(lot.id()), lots.availableFirst(order))) {
            Points points = which.getOrDefault(lot.id(), Points.ZERO);
            draft.take(lot, points, Purpose.MOVED);
            carried.add(new Carried(lot.id(), points, held.getOrDefault(lot.id(), Points.ZERO), lot.life()));
        }
        draft.repay(debt);
        return new Surrendered(ledger.end(draft), carried);
    }

    /**
     * Takes over what another account {@linkplain #surrender surrendered}: its free points repay debt first, its debt is repaid
     * from free points in the club's order, and what neither covers is owed.
     *
     * @param came where each lot's points are now is added to it
     * @throws IllegalStateException if the lots needed are not known
     */
    public PointEntry absorb(
            PointEntry.Cause cause,
            List<Carried> carried,
            Points owing,
            ConsumptionOrder order,
            Map<LotId, LotId> came) {
        Points covered = ledger.available().max(Points.ZERO).min(owing);
        EntryDraft draft = ledger.begin(cause);
        for (Carried from : carried) {
            Points left = draft.repay(from.points().minus(from.held()));
            draft.open(left.plus(from.held()), from.life()).ifPresent(lot -> {
                came.put(from.lot(), lot);
                lots.came(lot, from.lot());
                lots.hold(new Hold.Part(lot, from.held()));
            });
        }
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

    /**
     * Takes over holds whose points came.
     *
     * @param leaving as the other account had them
     * @param came where each lot's points are now
     * @param leftAt by the other account's clock
     */
    public void take(List<Hold> leaving, Map<LotId, LotId> came, Instant leftAt) {
        leaving.forEach(hold -> ledger.holds().arrive(hold, came, leftAt));
    }
}
