package org.openmembership.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmembership.account.LedgerHead;
import org.openmembership.account.MemberAccount;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;

/** What must be true of holds. */
final class HoldChecks {
    private final State state;
    private final List<Violation> found;
    private final InMemoryHolds holds;

    HoldChecks(State state, List<Violation> found) {
        this.state = state;
        this.found = found;
        this.holds = new InMemoryHolds(state);
    }

    void check(Invariant invariant) {
        if (invariant == Invariant.HOLD_ADDS_UP) {
            state.holds.values().forEach(this::requireWithinHold);
        }
        state.accounts.values().forEach(account -> check(invariant, account));
    }

    private void check(Invariant invariant, MemberAccount account) {
        Instant last = account.head().changes().lastRecordedAt();
        List<Hold> open = holds.lastingOf(account.id())
                .filter(hold -> hold.ending() == null && hold.life().expiresAt().isAfter(last))
                .toList();
        if (invariant == Invariant.HOLD_COVERED) {
            requireCovered(Hold.byLot(open));
        } else if (invariant == Invariant.HOLD_KNOWN) {
            open.forEach(hold -> requireKnown(hold, account.head()));
        }
    }

    private void requireCovered(Map<LotId, Points> held) {
        held.forEach((lot, points) -> require(
                !state.lots.find(lot).map(Lot::remaining).orElse(Points.ZERO).isLessThan(points),
                Invariant.HOLD_COVERED,
                lot.toString(),
                points + " held"));
    }

    private void requireKnown(Hold hold, LedgerHead head) {
        Instant end = hold.life().expiresAt();
        require(
                !head.changes().heldUntil().isBefore(end)
                        && !head.changes().next().isAfter(end),
                Invariant.HOLD_KNOWN,
                hold.id().account().value(),
                "holds until " + end + ", the account says " + head.changes());
    }

    private void requireWithinHold(Hold hold) {
        Hold.Ending ending = hold.ending();
        if (ending == null || ending.captured() == null) {
            return;
        }
        Optional<PointEntry> entry = state.entries.find(ending.captured());
        boolean within = entry.isPresent()
                && entry.get().kind() == EntryKind.REDEMPTION
                && entry.get().points().isNegative()
                && !hold.points().isLessThan(entry.get().points().negated());
        boolean inTime = ending.at().isBefore(hold.life().expiresAt());
        require(
                within && (!inTime || tookNothingElse(hold, entry.get())),
                Invariant.HOLD_ADDS_UP,
                ending.captured().toString(),
                "captured of " + hold);
    }

    private boolean tookNothingElse(Hold hold, PointEntry entry) {
        Map<LotId, Points> held = Hold.byLot(List.of(hold));
        return new InMemoryLots(state)
                .allocations(List.of(entry.id())).stream().allMatch(taken -> taken.lot() != null && isOf(taken, held));
    }

    private static boolean isOf(Allocation taken, Map<LotId, Points> held) {
        return !held.getOrDefault(taken.lot(), Points.ZERO).isLessThan(taken.points());
    }

    private void require(boolean holds, Invariant invariant, String subject, String finding) {
        if (!holds) {
            found.add(new Violation(invariant, subject, finding));
        }
    }
}
