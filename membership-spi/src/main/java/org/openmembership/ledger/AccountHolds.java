package org.openmembership.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmembership.account.LedgerHead;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;

/**
 * The holds of a workbook: decides what is set aside, spent of that, or let go (R29). What is in force here is taken by no
 * other decision of the workbook. Not thread-safe.
 */
public final class AccountHolds {
    private final AccountLedger ledger;
    private final LotBook lots;
    private final Map<HoldId, Hold> inForce = new LinkedHashMap<>();
    private final List<Hold> placed = new ArrayList<>();
    private final List<Hold> ended = new ArrayList<>();
    private final List<MovedHold> moved = new ArrayList<>();
    private boolean known;

    AccountHolds(AccountLedger ledger, LotBook lots) {
        this.ledger = ledger;
        this.lots = lots;
    }

    /** Makes the holds of the account known; wanted before any decision while some may be in force. */
    public void learn(List<Hold> read) {
        known = true;
        for (Hold hold : read) {
            if (hold.isInForce(lots.at()) && inForce.putIfAbsent(hold.id(), hold) == null) {
                hold.parts().forEach(lots::hold);
            }
        }
    }

    /** What all holds in force take together, of lots that have lapsed meanwhile too. */
    public Points total() {
        return inForce.values().stream().map(Hold::points).reduce(Points.ZERO, Points::plus);
    }

    public boolean isInForce(HoldId id) {
        return inForce.containsKey(id);
    }

    /** Whether a hold in force has points of a lot. */
    public boolean has(LotId lot) {
        return lots.isHeld(lot);
    }

    void requireKnown() {
        if (!known && lots.at().isBefore(ledger.head().changes().heldUntil())) {
            throw new IllegalStateException(
                    "the holds of account " + ledger.account().id() + " were not read");
        }
    }

    /**
     * Sets points aside, out of lots in force in the club's order.
     *
     * @param expiresAt after the instant of the workbook
     * @throws IllegalStateException if more is asked for than is available, or the lots needed are not known
     */
    public Hold place(HoldId id, Actor owner, Points points, ConsumptionOrder order, Instant expiresAt) {
        requireKnown();
        if (ledger.available().isLessThan(points)) {
            throw new IllegalStateException(points + " to hold of " + ledger.available() + " on " + id.account());
        }
        List<Hold.Part> parts = new ArrayList<>();
        Points left = points;
        for (Lot lot : lots.open(lots::isInForce, Lot.in(order))) {
            Points found = left.min(lots.free(lot));
            if (found.isPositive()) {
                parts.add(new Hold.Part(lot.id(), found));
                left = left.minus(found);
            }
        }
        if (left.isPositive()) {
            throw new IllegalStateException("lots for " + left + " points were not read");
        }
        Hold hold = new Hold(id, owner, new Hold.Life(lots.at(), expiresAt), parts, null);
        placed.add(hold);
        inForce.put(id, hold);
        parts.forEach(lots::hold);
        withhold(points, expiresAt);
        return hold;
    }

    /**
     * Spends points of a hold in force, as of the instant it was placed: out of lots that have lapsed meanwhile, too. What is
     * not spent of it is free again.
     *
     * @param points at most those of the hold
     */
    public PointEntry capture(PointEntry.Cause cause, HoldId id, Points points) {
        Hold hold = end(id);
        if (hold.points().isLessThan(points)) {
            throw new IllegalStateException(points + " to capture of a hold of " + hold.points());
        }
        EntryDraft draft = ledger.begin(cause);
        Points left = points;
        for (Hold.Part part : hold.parts()) {
            Points wanted = left.min(part.points());
            left = left.minus(wanted).plus(draft.take(lots.get(part.lot()), wanted, Purpose.SPENT));
        }
        if (left.isPositive()) {
            throw new IllegalStateException("hold " + hold.id() + " does not find " + left + " of its points");
        }
        PointEntry entry = ledger.end(draft);
        ended.add(hold.ended(lots.at(), entry.id()));
        return entry;
    }

    /** Lets the points of a hold go, in force or not. */
    public Hold release(Hold hold) {
        if (inForce.containsKey(hold.id())) {
            end(hold.id());
        }
        // moves the account's clock on, so that a clock that steps back never sees in force what was released after its
        // time
        withhold(Points.ZERO, hold.life().expiresAt());
        Hold released = hold.ended(lots.at(), null);
        ended.add(released);
        return released;
    }

    /** Notes that what a hold was made for was spent after its time, out of whatever was there. */
    public void capturedLate(Hold hold, PointEntry entry) {
        ended.add(hold.ended(lots.at(), entry.id()));
    }

    /** The holds in force that have points of a lot, by id. */
    public List<Hold> on(LotId lot) {
        return inForce.values().stream()
                .filter(hold ->
                        hold.parts().stream().anyMatch(part -> part.lot().equals(lot)))
                .toList();
    }

    /** All holds in force, by id. */
    public List<Hold> all() {
        return List.copyOf(inForce.values());
    }

    /** Takes a hold in force out of the account, as its lots go to another one. */
    void leave(HoldId id) {
        end(id);
    }

    /** Takes a hold over, whose points {@link LotBook#hold} has kept from being taken since they came. */
    void arrive(Hold before, Map<LotId, LotId> came, Instant leftAt) {
        Hold hold = before.movedTo(came);
        known = true;
        inForce.put(hold.id(), hold);
        moved.add(new MovedHold(before, hold, leftAt, lots.at()));
        for (Hold.Part part : hold.parts()) {
            boolean counts = lots.isInForce(lots.get(part.lot()));
            withhold(counts ? part.points() : Points.ZERO, hold.life().expiresAt());
        }
    }

    private Hold end(HoldId id) {
        Hold hold = inForce.remove(id);
        if (hold == null) {
            throw new IllegalStateException("hold " + id + " is not in force");
        }
        for (Hold.Part part : hold.parts()) {
            lots.free(part);
            if (lots.isInForce(lots.get(part.lot()))) {
                withhold(part.points().negated(), hold.life().expiresAt());
            }
        }
        return hold;
    }

    private void withhold(Points points, Instant change) {
        LedgerHead head = ledger.head();
        Instant next = head.changes().next();
        LedgerHead.Changes changes = new LedgerHead.Changes(next.isBefore(change) ? next : change, lots.at(), until());
        ledger.moveTo(head.withheld(head.withheld().plus(points), changes));
    }

    /** The last instant until which anything is held. */
    Instant until() {
        return inForce.values().stream()
                .map(hold -> hold.life().expiresAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    Posting.Holds written() {
        return new Posting.Holds(placed, ended, moved);
    }
}
