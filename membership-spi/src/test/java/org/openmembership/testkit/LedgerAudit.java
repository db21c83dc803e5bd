package org.openmembership.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openmembership.account.AccountId;
import org.openmembership.account.MemberAccount;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.club.ClubId;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;

/** What must be true of balances, lots and entries, summed up here in plain hundredths. */
final class LedgerAudit {
    private static final long LIMIT = 100_000_000_000_000L;

    private final State state;
    private final InMemoryEntries entries;
    private final InMemoryLots lots;
    private final List<Violation> found = new ArrayList<>();

    LedgerAudit(State state) {
        this.state = state;
        entries = new InMemoryEntries(state);
        lots = new InMemoryLots(state);
    }

    List<Violation> violations(Invariant invariant) {
        found.clear();
        switch (invariant) {
            case CONSERVATION -> requireConservation();
            case BALANCE_AGREES -> state.accounts.values().forEach(this::requireBalance);
            case NO_DEBT_BESIDE_POINTS -> state.accounts.values().forEach(this::requireNoDebtBesidePoints);
            case LOT_ACCOUNTED -> state.lots.values().forEach(this::requireAccounted);
            case ENTRY_EXPLAINED -> state.entries.values().forEach(this::requireExplained);
            case EXPIRED_NEVER_SPENT -> state.allocations.values().forEach(this::requireInForce);
            case EXPIRED_ONCE -> requireExpiredOnce();
            case CHAIN_UNBROKEN -> requireChains();
            case WITHIN_RANGE -> state.entries.values().forEach(this::requireRange);
            case TIME_ORDERED -> requireOrderOfTime();
            case HOLD_COVERED, HOLD_ADDS_UP, HOLD_KNOWN -> new HoldChecks(state, found).check(invariant);
            default -> new CommandAudit(state, found).check(invariant);
        }
        return List.copyOf(found);
    }

    private void requireConservation() {
        Map<ClubId, Long> held = new TreeMap<>();
        Map<ClubId, Long> moved = new TreeMap<>();
        for (MemberAccount account : state.accounts.values().toList()) {
            held.merge(account.club(), account.head().booked().hundredths(), Long::sum);
            moved.merge(account.club(), sumOfEntries(account.id()), Long::sum);
        }
        held.forEach((club, sum) -> require(
                sum.equals(moved.get(club)),
                Invariant.CONSERVATION,
                club.value(),
                sum + " held, " + moved.get(club) + " issued less taken"));
    }

    private void requireBalance(MemberAccount account) {
        long booked = account.head().booked().hundredths();
        long debt = account.head().debt().hundredths();
        long ofEntries = sumOfEntries(account.id());
        long ofLots = lots.open(account.id())
                .mapToLong(lot -> lot.remaining().hundredths())
                .sum();
        long owed = entries.of(account.id())
                .flatMap(entry -> lots.allocations(List.of(entry.id())).stream())
                .filter(allocation -> allocation.purpose().concernsDebt())
                .mapToLong(allocation -> -allocation.effect().hundredths())
                .sum();
        require(
                booked == ofEntries && booked == ofLots - debt && debt == owed,
                Invariant.BALANCE_AGREES,
                account.id().value(),
                "booked " + booked + ", entries " + ofEntries + ", lots " + ofLots + ", debt " + debt + ", owed "
                        + owed);
    }

    private void requireNoDebtBesidePoints(MemberAccount account) {
        Map<LotId, Points> everHeld =
                Hold.byLot(new InMemoryHolds(state).of(account.id()).toList());
        boolean spendable = lots.open(account.id())
                .filter(lot -> everHeld.getOrDefault(lot.id(), Points.ZERO).isLessThan(lot.remaining()))
                .anyMatch(lot -> lot.life().isInForce(account.head().changes().lastRecordedAt()));
        require(
                account.head().debt().isZero() || !spendable,
                Invariant.NO_DEBT_BESIDE_POINTS,
                account.id().value(),
                "a debt of " + account.head().debt());
    }

    private void requireAccounted(Lot lot) {
        long left = lot.granted().hundredths()
                + lots.allocationsOf(lot.id())
                        .mapToLong(allocation -> allocation.effect().hundredths())
                        .sum();
        long remaining = lot.remaining().hundredths();
        require(
                left == remaining
                        && remaining >= 0
                        && remaining <= lot.granted().hundredths(),
                Invariant.LOT_ACCOUNTED,
                lot.id().toString(),
                lot.granted() + " granted, " + remaining + " left, by allocations " + left);
    }

    private void requireExplained(PointEntry entry) {
        long opened = lots.openedBy(List.of(entry.id())).stream()
                .mapToLong(lot -> lot.granted().hundredths())
                .sum();
        long allocated = lots.allocations(List.of(entry.id())).stream()
                .mapToLong(allocation -> allocation.effect().hundredths())
                .sum();
        require(
                entry.points().hundredths() == opened + allocated,
                Invariant.ENTRY_EXPLAINED,
                entry.id().toString(),
                entry.points() + " points, " + opened + " opened, " + allocated + " allocated");
    }

    private void requireInForce(Allocation allocation) {
        LotId id = allocation.lot();
        boolean spends = allocation.purpose() == Purpose.SPENT || allocation.purpose() == Purpose.MOVED;
        if (id == null || !spends) {
            return;
        }
        Optional<Lot> lot = state.lots.find(id);
        Optional<PointEntry> entry = entries.find(allocation.entry());
        require(
                lot.isPresent()
                        && entry.isPresent()
                        && (!lot.get().life().isLapsed(entry.get().recordedAt())
                                || wasHeld(lot.get(), entry.get().id())
                                || allocation.purpose() == Purpose.MOVED
                                        && new InMemoryHolds(state)
                                                .wasMovedInTime(
                                                        lot.get(), entry.get().recordedAt())),
                Invariant.EXPIRED_NEVER_SPENT,
                id.toString(),
                "taken by entry " + allocation.entry());
    }

    /** Whether an entry captured, in its life, a hold that was placed before the lot lapsed. */
    private boolean wasHeld(Lot lot, EntryId entry) {
        return new InMemoryHolds(state)
                .of(entry.account())
                .anyMatch(hold -> hold.ending() != null
                        && entry.equals(hold.ending().captured())
                        && hold.ending().at().isBefore(hold.life().expiresAt())
                        && hold.life().placedAt().isBefore(lot.life().lapsesAt()));
    }

    private void requireExpiredOnce() {
        Map<LotId, Integer> times = new TreeMap<>();
        for (Allocation allocation : state.allocations.values().toList()) {
            LotId id = allocation.lot();
            if (id != null && allocation.purpose() == Purpose.EXPIRED) {
                int count = times.merge(id, 1, Integer::sum);
                require(
                        count == 1 && hasLapsedBy(id, allocation),
                        Invariant.EXPIRED_ONCE,
                        id.toString(),
                        "expired " + count + " times, last by entry " + allocation.entry());
            }
        }
    }

    private boolean hasLapsedBy(LotId id, Allocation allocation) {
        Optional<Lot> lot = state.lots.find(id);
        Optional<PointEntry> entry = entries.find(allocation.entry());
        return lot.isPresent()
                && entry.isPresent()
                && lot.get().life().isLapsed(entry.get().recordedAt());
    }

    private void requireChains() {
        for (MemberAccount account : state.accounts.values().toList()) {
            long seq = 0;
            long balance = 0;
            for (PointEntry entry : entries.of(account.id()).toList()) {
                seq++;
                balance += entry.points().hundredths();
                require(
                        entry.id().seq() == seq && entry.balanceAfter().hundredths() == balance,
                        Invariant.CHAIN_UNBROKEN,
                        entry.id().toString(),
                        "number " + seq + " with " + balance + " expected, balance " + entry.balanceAfter());
                seq = entry.id().seq();
                balance = entry.balanceAfter().hundredths();
            }
            require(
                    account.head().seq() == seq,
                    Invariant.CHAIN_UNBROKEN,
                    account.id().value(),
                    "the head says " + account.head().seq() + " entries, the last is " + seq);
        }
    }

    private void requireRange(PointEntry entry) {
        require(
                Math.abs(entry.points().hundredths()) <= LIMIT
                        && Math.abs(entry.balanceAfter().hundredths()) <= LIMIT,
                Invariant.WITHIN_RANGE,
                entry.id().toString(),
                "points " + entry.points() + ", balance " + entry.balanceAfter());
    }

    private void requireOrderOfTime() {
        for (MemberAccount account : state.accounts.values().toList()) {
            PointEntry before = null;
            for (PointEntry entry : entries.of(account.id()).toList()) {
                require(
                        before == null || !entry.recordedAt().isBefore(before.recordedAt()),
                        Invariant.TIME_ORDERED,
                        entry.id().toString(),
                        "recorded at " + entry.recordedAt() + ", before the entry before");
                before = entry;
            }
        }
    }

    private long sumOfEntries(AccountId account) {
        return entries.of(account)
                .mapToLong(entry -> entry.points().hundredths())
                .sum();
    }

    private void require(boolean holds, Invariant invariant, String subject, String finding) {
        if (!holds) {
            found.add(new Violation(invariant, subject, finding));
        }
    }
}
