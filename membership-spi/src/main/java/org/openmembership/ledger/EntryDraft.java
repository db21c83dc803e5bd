package org.openmembership.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.LedgerHead;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.shared.Points;

/** One entry in the making; keeps the head of its account in step with every allocation. Not thread-safe. */
final class EntryDraft {
    private final EntryId id;
    private final PointEntry.Cause cause;
    private final LedgerHead before;
    private final LotBook lots;
    private final Map<Touched, Allocation> allocations = new LinkedHashMap<>();
    private Points sum = Points.ZERO;
    private Points taken = Points.ZERO;
    private Points debt;
    private Points withheld;
    private Instant next;
    private int opened;

    /** What an entry does to one lot, or to the debt, it does in one allocation, however many parts that comes in. */
    private record Touched(@Nullable LotId lot, Purpose purpose) {}

    EntryDraft(EntryId id, PointEntry.Cause cause, LedgerHead before, LotBook lots) {
        this.id = id;
        this.cause = cause;
        this.before = before;
        this.lots = lots;
        this.debt = before.debt();
        this.withheld = before.withheld();
        this.next = before.changes().next();
    }

    /** Repays debt; answers what is left. */
    Points repay(Points points) {
        Points repaid = points.min(debt);
        allocate(null, Purpose.REPAID, repaid);
        debt = debt.minus(repaid);
        return points.minus(repaid);
    }

    /** Opens a lot; empty if there is nothing to put in it. */
    Optional<LotId> open(Points points, Lot.Life life) {
        if (points.isZero()) {
            return Optional.empty();
        }
        opened++;
        Lot lot = new Lot(new LotId(id, opened), cause.pointKind(), points, points, life);
        lots.open(lot);
        sum = sum.plus(points);
        if (!lots.isInForce(lot)) {
            withheld = withheld.plus(points);
        }
        expectChange(lot);
        return Optional.of(lot.id());
    }

    /** Takes what a lot has free, at most what is wanted; answers what is wanted still. */
    Points take(Lot lot, Points wanted, Purpose purpose) {
        Points found = wanted.min(lots.free(lot));
        if (found.isZero()) {
            return wanted;
        }
        allocate(lot.id(), purpose, found);
        lots.change(lot.withRemaining(lot.remaining().minus(found)));
        if (!lots.isInForce(lot)) {
            withheld = withheld.minus(found);
        }
        taken = taken.plus(found);
        return wanted.minus(found);
    }

    void giveBack(Lot lot, Points points) {
        if (points.isZero()) {
            return;
        }
        allocate(lot.id(), Purpose.RESTORED, points);
        lots.change(lot.withRemaining(lot.remaining().plus(points)));
        if (lots.isPending(lot)) {
            withheld = withheld.plus(points);
        }
        expectChange(lot);
    }

    void owe(Points points) {
        allocate(null, Purpose.OWED, points);
        debt = debt.plus(points);
    }

    PointEntry entry() {
        return new PointEntry(id, sum, before.booked().plus(sum), cause);
    }

    /** The head after this entry. */
    LedgerHead head(Instant heldUntil) {
        LedgerHead.Changes changes = new LedgerHead.Changes(next, lots.at(), heldUntil);
        return new LedgerHead(id.seq(), before.booked().plus(sum), debt, withheld, changes);
    }

    List<Allocation> allocations() {
        return List.copyOf(allocations.values());
    }

    /** What was taken from lots. */
    Points taken() {
        return taken;
    }

    private void allocate(@Nullable LotId lot, Purpose purpose, Points points) {
        if (points.isPositive()) {
            Allocation allocation = new Allocation(id, lot, purpose, points);
            allocations.merge(new Touched(lot, purpose), allocation, Allocation::plus);
            sum = sum.plus(allocation.effect());
        }
    }

    private void expectChange(Lot lot) {
        Lot.Life life = lot.life();
        if (lots.isPending(lot)) {
            next = next.isBefore(life.availableFrom()) ? next : life.availableFrom();
        } else if (lots.isUnlapsed(lot)) {
            next = next.isBefore(life.lapsesAt()) ? next : life.lapsesAt();
        }
    }
}
