package org.openmembership.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.MovedHold;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.Points;

/** Holds, by account and key. */
final class InMemoryHolds {
    private final State state;

    InMemoryHolds(State state) {
        this.state = state;
    }

    void write(Posting.Holds holds) {
        holds.placed().forEach(this::place);
        for (Hold hold : holds.ended()) {
            Hold stored = stored(hold.id());
            state.holds.put(
                    place(hold.id()),
                    new Hold(stored.id(), stored.owner(), stored.life(), stored.parts(), hold.ending()));
        }
        holds.moved().forEach(this::move);
    }

    private void place(Hold hold) {
        state.holds.add(place(hold.id()), hold);
        stay(hold, hold.life().placedAt());
    }

    /** Puts a hold in the place of one that has the same first lot, or of none. */
    void put(Hold hold) {
        state.holds.put(place(hold.id()), hold);
        stay(hold, hold.life().placedAt());
    }

    private void move(MovedHold moved) {
        Hold before = moved.before();
        State.HeldLots stay = state.heldLots
                .find(stayOf(before))
                .orElseThrow(() -> new IllegalStateException("hold " + before.id() + " is not there"));
        state.heldLots.put(stayOf(before), new State.HeldLots(before, stay.since(), moved.leftAt()));
        state.holds.put(place(before.id()), moved.after());
        stay(moved.after(), moved.cameAt());
    }

    private void stay(Hold hold, Instant since) {
        state.heldLots.put(
                stayOf(hold), new State.HeldLots(hold, since, hold.life().expiresAt()));
    }

    private static Key stayOf(Hold hold) {
        return Key.of(hold.account(), hold.id(), hold.parts().get(0).lot());
    }

    private Hold stored(HoldId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("hold " + id + " is not there"));
    }

    Optional<Hold> find(HoldId id) {
        return state.holds.find(place(id));
    }

    /** The holds that have, or had, lots of an account, with these. */
    Stream<Hold> of(AccountId account) {
        return stays(account).map(this::then);
    }

    /** The holds of an account that nothing took elsewhere. */
    Stream<Hold> lastingOf(AccountId account) {
        return stays(account)
                .filter(stay -> stay.until().equals(stay.hold().life().expiresAt()))
                .map(this::then);
    }

    private Stream<State.HeldLots> stays(AccountId account) {
        Key prefix = Key.of(account);
        return state.heldLots.between(prefix, prefix.end());
    }

    private Hold then(State.HeldLots stay) {
        Hold now = stored(stay.hold().id());
        return new Hold(now.id(), now.owner(), now.life(), stay.hold().parts(), now.ending());
    }

    List<Hold> inForce(Collection<AccountId> accounts, Instant at) {
        return accounts.stream()
                .flatMap(this::stays)
                .filter(stay -> !at.isBefore(stay.since()) && at.isBefore(stay.until()))
                .map(this::then)
                .filter(hold -> hold.isInForce(at))
                .sorted(Comparator.comparing(Hold::id).thenComparing(Hold::account))
                .toList();
    }

    /** Whether a merge took points of a lot elsewhere that had been held since before the lot lapsed. */
    boolean wasMovedInTime(Lot lot, Instant at) {
        return stays(lot.id().entry().account())
                .filter(stay -> stay.until().equals(at)
                        && at.isBefore(stay.hold().life().expiresAt()))
                .map(State.HeldLots::hold)
                .filter(hold -> hold.life().placedAt().isBefore(lot.life().lapsesAt()))
                .flatMap(hold -> hold.parts().stream())
                .anyMatch(part -> part.lot().equals(lot.id()));
    }

    /** What holds in force have of each lot of an account. */
    Map<LotId, Points> byLot(AccountId account, Instant at) {
        return Hold.byLot(inForce(List.of(account), at));
    }

    boolean isFree(Lot lot, Instant at) {
        return !byLot(lot.id().entry().account(), at).containsKey(lot.id());
    }

    static Key place(HoldId id) {
        return Key.of(id.account(), id.key());
    }
}
