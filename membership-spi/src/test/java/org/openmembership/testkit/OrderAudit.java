package org.openmembership.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.club.ClubVersion;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;

/** That lots were taken in the club's order (I5): every taking is compared with every lot its account had. */
final class OrderAudit {
    private static final Comparator<Lot> BY_AGE =
            Comparator.comparing((Lot lot) -> lot.life().earnedAt()).thenComparing(Lot::id);
    private static final Comparator<Lot> BY_END =
            Comparator.comparing((Lot lot) -> lot.life().endsAt()).thenComparing(Lot::id);

    private final State state;

    OrderAudit(State state) {
        this.state = state;
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        for (Allocation taking : state.allocations.values().toList()) {
            PointEntry entry = state.entries.find(taking.entry()).orElse(null);
            LotId id = taking.purpose() == Purpose.SPENT || taking.purpose() == Purpose.MOVED ? taking.lot() : null;
            Lot taken = id == null ? null : state.lots.find(id).orElse(null);
            if (entry != null && taken != null && isChosen(taking, entry)) {
                state.lots
                        .values()
                        .filter(lot -> lot.id().entry().account().equals(entry.account()))
                        .filter(lot -> isPassedOver(lot, taken, taking.purpose(), entry))
                        .forEach(lot -> found.add(new Violation(
                                Invariant.TAKEN_IN_ORDER,
                                entry.id().toString(),
                                "took points of " + taken.id() + " before those of " + lot.id())));
            }
        }
        return found;
    }

    /** Whether the order decided: not what a merge moved, nor a hold captured in time. */
    private boolean isChosen(Allocation taking, PointEntry entry) {
        return (taking.purpose() == Purpose.SPENT || entry.kind() == EntryKind.TRANSFER_FROM)
                && state.holds.values().noneMatch(hold -> isCapturedInTime(hold, entry.id()));
    }

    private static boolean isCapturedInTime(Hold hold, EntryId entry) {
        return hold.ending() != null
                && entry.equals(hold.ending().captured())
                && hold.ending().at().isBefore(hold.life().expiresAt());
    }

    private boolean isPassedOver(Lot lot, Lot taken, Purpose purpose, PointEntry entry) {
        Instant at = entry.recordedAt();
        boolean mayGo = purpose == Purpose.SPENT
                || !lot.life().lapsesAt().isBefore(taken.life().lapsesAt());
        return mayGo
                && lot.id().entry().seq() < entry.id().seq()
                && lot.life().isInForce(at)
                && comesBefore(lot, taken, entry)
                && leftAfter(lot, entry.id()) > held(lot.id(), at);
    }

    private boolean comesBefore(Lot lot, Lot taken, PointEntry entry) {
        List<ClubVersion> versions = state.clubVersions
                .values()
                .filter(version ->
                        version.club().equals(entry.cause().origin().command().club()))
                .filter(version -> version.number() <= entry.cause().basis().clubVersion())
                .toList();
        ClubVersion last = versions.isEmpty() ? null : versions.get(versions.size() - 1);
        if (last == null || last.number() != entry.cause().basis().clubVersion()) {
            return false;
        }
        return last.taking().order() == ConsumptionOrder.OLDEST_FIRST
                ? BY_AGE.compare(lot, taken) < 0
                : BY_END.compare(lot, taken) < 0
                        && versions.stream()
                                .noneMatch(version -> version.taking().untilIdle());
    }

    private long leftAfter(Lot lot, EntryId entry) {
        return lot.granted().hundredths()
                + new InMemoryLots(state)
                        .allocationsOf(lot.id())
                        .filter(allocation -> allocation.entry().seq() <= entry.seq())
                        .mapToLong(allocation -> allocation.effect().hundredths())
                        .sum();
    }

    /** What holds had of a lot then; one that began or ended in that very instant had it. */
    private long held(LotId lot, Instant at) {
        return state.heldLots
                .values()
                .filter(stay -> !at.isBefore(stay.since()) && !stay.until().isBefore(at))
                .filter(stay -> !hasEndedBefore(stay.hold(), at))
                .flatMap(stay -> stay.hold().parts().stream())
                .filter(part -> part.lot().equals(lot))
                .mapToLong(part -> part.points().hundredths())
                .sum();
    }

    private boolean hasEndedBefore(Hold hold, Instant at) {
        Hold now = new InMemoryHolds(state).find(hold.id()).orElse(hold);
        return now.ending() != null && now.ending().at().isBefore(at);
    }
}
