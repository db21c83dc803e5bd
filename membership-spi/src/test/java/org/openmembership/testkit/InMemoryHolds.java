package org.openmembership.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.Points;

/** Holds, by account and key. */
final class InMemoryHolds {
    private final State state;

    InMemoryHolds(State state) {
        this.state = state;
    }

    void write(Posting.Holds holds) {
        holds.placed().forEach(hold -> state.holds.add(place(hold.id()), hold));
        for (Hold hold : holds.ended()) {
            Hold stored =
                    find(hold.id()).orElseThrow(() -> new IllegalStateException("hold " + hold.id() + " is not there"));
            state.holds.put(
                    place(hold.id()),
                    new Hold(stored.id(), stored.owner(), stored.life(), stored.parts(), hold.ending()));
        }
    }

    Optional<Hold> find(HoldId id) {
        return state.holds.find(place(id));
    }

    Stream<Hold> of(AccountId account) {
        Key prefix = Key.of(account);
        return state.holds.between(prefix, prefix.end());
    }

    List<Hold> inForce(Collection<AccountId> accounts, Instant at) {
        return accounts.stream()
                .sorted()
                .flatMap(this::of)
                .filter(hold -> hold.isInForce(at))
                .toList();
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
