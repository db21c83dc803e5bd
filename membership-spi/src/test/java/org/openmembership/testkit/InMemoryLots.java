package org.openmembership.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openmembership.account.AccountId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.LotSummary;
import org.openmembership.ledger.OpenLots;
import org.openmembership.ledger.Posting;
import org.openmembership.shared.Points;

/** Lots, and what entries did to them. */
final class InMemoryLots {
    private final State state;
    private final InMemoryHolds holds;

    InMemoryLots(State state) {
        this.state = state;
        this.holds = new InMemoryHolds(state);
    }

    void write(Posting posting) {
        for (Lot lot : posting.lots().opened()) {
            state.lots.add(lot.id(), lot);
            index(lot);
        }
        posting.lots().came().forEach((lot, from) -> state.descents.add(from, lot));
        for (Lot lot : posting.lots().changed()) {
            Lot stored = state.lots
                    .find(lot.id())
                    .orElseThrow(() -> new IllegalStateException("lot " + lot.id() + " is not there"));
            Lot changed = stored.withRemaining(lot.remaining());
            state.lots.put(lot.id(), changed);
            index(changed);
        }
        for (Lot lot : posting.lots().keptAlive()) {
            Lot stored = state.lots
                    .find(lot.id())
                    .orElseThrow(() -> new IllegalStateException("lot " + lot.id() + " is not there"));
            state.lots.put(
                    lot.id(), new Lot(stored.id(), stored.kind(), stored.granted(), stored.remaining(), lot.life()));
        }
        posting.allocations().forEach(this::add);
        holds.write(posting.holds());
    }

    /** The lots of an account that still hold points, lapsed or not, by id. */
    Stream<Lot> open(AccountId account) {
        Key prefix = Key.of(account);
        return state.openLots
                .between(prefix, prefix.end())
                .map(state.lots::find)
                .flatMap(Optional::stream);
    }

    OpenLots covering(AccountId account, Cover cover) {
        Instant at = cover.at();
        List<Lot> all = open(account)
                .filter(lot -> !lot.life().isLapsed(at))
                .sorted(Comparator.comparing((Lot lot) -> lot.life().isPending(at))
                        .thenComparing(Lot.in(cover.order())))
                .toList();
        List<Lot> taken = new ArrayList<>();
        Points covered = Points.ZERO;
        for (Lot lot : all) {
            if (!covered.isLessThan(cover.points())) {
                break;
            }
            taken.add(lot);
            covered = covered.plus(lot.remaining());
        }
        return new OpenLots(taken, taken.size() == all.size());
    }

    Map<AccountId, LotSummary> summaries(Set<AccountId> accounts, Instant at) {
        Map<AccountId, LotSummary> summaries = new TreeMap<>();
        accounts.forEach(account -> summaries.put(account, summary(account, at)));
        return summaries;
    }

    List<Lot> named(Collection<LotId> ids) {
        return ids.stream()
                .distinct()
                .sorted()
                .map(state.lots::find)
                .flatMap(Optional::stream)
                .toList();
    }

    Map<LotId, LotId> descendants(Collection<LotId> ids) {
        Map<LotId, LotId> descendants = new TreeMap<>();
        for (LotId id : ids) {
            Optional<LotId> next = state.descents.find(id);
            while (next.isPresent()) {
                descendants.put(next.get(), id);
                next = state.descents.find(next.get());
            }
        }
        return descendants;
    }

    List<Lot> openedBy(Collection<EntryId> entries) {
        return entries.stream()
                .distinct()
                .sorted()
                .flatMap(entry -> state.lots.between(new LotId(entry, 0), new LotId(entry, Integer.MAX_VALUE)))
                .toList();
    }

    List<Lot> asOf(AccountId account, long seq) {
        LotId from = new LotId(new EntryId(account, 1), 0);
        LotId to = new LotId(new EntryId(account, seq + 1), 0);
        return state.lots
                .between(from, to)
                .map(lot -> lot.withRemaining(remainingAfter(lot, seq)))
                .filter(Lot::isOpen)
                .toList();
    }

    List<Allocation> allocations(Collection<EntryId> entries) {
        return entries.stream()
                .distinct()
                .sorted()
                .map(Key::of)
                .flatMap(entry -> state.allocations.between(entry, entry.end()))
                .toList();
    }

    List<Allocation> allocationsOf(Collection<LotId> lots) {
        return lots.stream().distinct().sorted().flatMap(this::allocationsOf).toList();
    }

    List<Lot> lapsed(Set<AccountId> accounts, Instant at) {
        Comparator<Lot> inOrderOfLapsing =
                Comparator.comparing((Lot lot) -> lot.life().lapsesAt()).thenComparing(Lot::id);
        return accounts.stream()
                .sorted()
                .flatMap(account -> due(account, at).sorted(inOrderOfLapsing))
                .toList();
    }

    /** The open lots of an account that have lapsed and are not held. */
    Stream<Lot> due(AccountId account, Instant at) {
        return open(account).filter(lot -> lot.life().isLapsed(at)).filter(lot -> holds.isFree(lot, at));
    }

    Stream<Allocation> allocationsOf(LotId lot) {
        Key prefix = Key.of(lot);
        return state.allocationsByLot.between(prefix, prefix.end());
    }

    void index(Lot lot) {
        Key place = Key.of(lot.id().entry().account(), lot.id());
        if (lot.isOpen()) {
            state.openLots.put(place, lot.id());
        } else {
            state.openLots.remove(place);
        }
    }

    void add(Allocation allocation) {
        LotId lot = allocation.lot();
        if (lot == null) {
            state.allocations.add(Key.of(allocation.entry(), 0, allocation.purpose()), allocation);
        } else {
            state.allocations.add(Key.of(allocation.entry(), 1, lot, allocation.purpose()), allocation);
            state.allocationsByLot.add(Key.of(lot, allocation.entry(), allocation.purpose()), allocation);
        }
    }

    private LotSummary summary(AccountId account, Instant at) {
        Points inForce = Points.ZERO;
        Instant next = ExpiryRule.FOREVER;
        Map<LotId, Points> held = holds.byLot(account, at);
        for (Hold hold : holds.inForce(List.of(account), at)) {
            next = earlier(next, hold.life().expiresAt());
        }
        for (Lot lot : open(account).toList()) {
            Lot.Life life = lot.life();
            if (life.isInForce(at)) {
                inForce = inForce.plus(lot.remaining()).minus(held.getOrDefault(lot.id(), Points.ZERO));
                next = earlier(next, life.lapsesAt());
            } else if (!life.isLapsed(at)) {
                next = earlier(next, life.availableFrom());
            }
        }
        return new LotSummary(inForce, next);
    }

    private Points remainingAfter(Lot lot, long seq) {
        Points remaining = lot.granted();
        for (Allocation allocation : allocationsOf(lot.id()).toList()) {
            if (allocation.entry().seq() <= seq) {
                remaining = remaining.plus(allocation.effect());
            }
        }
        return remaining;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
