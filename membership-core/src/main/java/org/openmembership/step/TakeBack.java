package org.openmembership.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.SpendingTerms.WhenSpent;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.ledger.Cover;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * Takes back points an entry gave: a reversal all of them, a return those of its lines (R26, R39, I11).
 *
 * <p>They come out of the entry's own lots first, or of those that have their points since a merge. What has lapsed of those is
 * gone already and not taken a second time.
 *
 * @param entry that gave the points
 * @param lots it opened, and those their points have come to, as they are now
 * @param expired what has been written off of them
 * @param takenBack what earlier entries took back of it
 * @param calledBack what they called back of it, whether it was there or let go
 */
public record TakeBack(PointEntry entry, List<Lot> lots, Points expired, Points takenBack, Points calledBack) {
    public TakeBack {
        lots = List.copyOf(lots);
    }

    /** Gathers what is known of an entry that gave points. */
    public static TakeBack gather(PointEntry entry, Stores stores) {
        return gather(List.of(entry), stores).get(0);
    }

    /** Gathers what is known of entries that gave points, in their order, with the same number of questions for any number. */
    public static List<TakeBack> gather(List<PointEntry> entries, Stores stores) {
        List<EntryId> ids = entries.stream().map(PointEntry::id).toList();
        Map<EntryId, List<Lot>> lots = new HashMap<>();
        List<LotId> lotIds = new ArrayList<>();
        Map<LotId, EntryId> givenBy = new HashMap<>();
        for (Lot lot : lotsOf(ids, givenBy, stores)) {
            lotIds.add(lot.id());
            lots.computeIfAbsent(givenBy.get(lot.id()), any -> new ArrayList<>())
                    .add(lot);
        }
        Map<EntryId, Points> expired = new HashMap<>();
        for (Allocation allocation : stores.ledger().allocationsOf(lotIds)) {
            LotId lot = allocation.lot();
            if (lot != null && allocation.purpose() == Purpose.EXPIRED) {
                expired.merge(givenBy.get(lot), allocation.points(), Points::plus);
            }
        }
        Map<EntryId, List<PointEntry>> reversals = new HashMap<>();
        for (PointEntry reversal : stores.ledger().reversalsOf(ids)) {
            reversals
                    .computeIfAbsent(reversal.related().orElseThrow(), any -> new ArrayList<>())
                    .add(reversal);
        }
        return entries.stream()
                .map(entry -> new TakeBack(
                        entry,
                        lots.getOrDefault(entry.id(), List.of()),
                        expired.getOrDefault(entry.id(), Points.ZERO),
                        takenBack(reversals.getOrDefault(entry.id(), List.of())),
                        calledBack(entry, reversals.getOrDefault(entry.id(), List.of()), stores)))
                .toList();
    }

    /** Asks where points have gone only of lots that something was taken from. */
    private static List<Lot> lotsOf(List<EntryId> entries, Map<LotId, EntryId> givenBy, Stores stores) {
        List<Lot> all = new ArrayList<>(stores.ledger().lotsOpenedBy(entries));
        all.forEach(lot -> givenBy.put(lot.id(), lot.id().entry()));
        List<LotId> empty = all.stream()
                .filter(lot -> !lot.remaining().equals(lot.granted()))
                .map(Lot::id)
                .toList();
        Map<LotId, LotId> descendants = stores.ledger().descendants(empty);
        descendants.forEach((lot, from) -> givenBy.put(lot, from.entry()));
        all.addAll(stores.ledger().lots(descendants.keySet()));
        return all;
    }

    private static Points takenBack(List<PointEntry> reversals) {
        Points taken = Points.ZERO;
        for (PointEntry reversal : reversals) {
            taken = taken.minus(reversal.points());
        }
        return taken;
    }

    /** What was let go counts as well: it is written off, and not taken from what is earned later. */
    private static Points calledBack(PointEntry entry, List<PointEntry> reversals, Stores stores) {
        Set<EntryId> returns = new HashSet<>();
        for (PointEntry reversal : reversals) {
            if (reversal.cause().origin().command().operation().undoesWhole()) {
                return entry.points();
            }
            returns.add(reversal.id());
        }
        if (FirstGift.is(entry) && !returns.isEmpty()) {
            return entry.points();
        }
        Points called = Points.ZERO;
        if (!returns.isEmpty()) {
            ExternalKey sale = sale(entry, stores);
            for (EarnedLine line : stores.ledger().earnedLines(Set.of(sale))) {
                called = returns.contains(line.entry()) ? called.minus(line.points()) : called;
            }
        }
        return called;
    }

    /** The sale that an entry is of: its key is that of the entry's command, unless it was given to somebody later. */
    static ExternalKey sale(PointEntry entry, Stores stores) {
        CommandKey command = entry.cause().origin().command();
        return command.operation() == Operation.SALE_GIVEN
                ? stores.purchases().assignment(command.key()).orElseThrow().sale()
                : command.key();
    }

    /** How much of it can still be taken back at {@code at}. */
    public Points possible(Instant at) {
        Points lapsed = Points.ZERO;
        for (Lot lot : lots) {
            lapsed = lot.life().isLapsed(at) ? lapsed.plus(lot.remaining()) : lapsed;
        }
        return entry.points().minus(expired).minus(lapsed).minus(calledBack).max(Points.ZERO);
    }

    /**
     * Decides on {@code points} of it, which the caller has bounded by {@link #possible}; other lots that may be needed
     * are read here.
     *
     * @return the entry; empty if the points are spent and the club refuses to take them back then
     */
    public Optional<PointEntry> from(
            AccountLedger ledger, PointEntry.Cause cause, Points points, SpendingTerms terms, Stores stores) {
        know(ledger, points, terms, stores);
        return from(ledger, cause, points, terms);
    }

    /** As above, where all lots that may be needed are known. */
    public Optional<PointEntry> from(AccountLedger ledger, PointEntry.Cause cause, Points points, SpendingTerms terms) {
        List<Lot> here = lotsOn(ledger.account().id());
        ledger.with(here);
        Set<LotId> own = new HashSet<>(here.stream().map(Lot::id).toList());
        return deduct(ledger, cause, points, own, terms);
    }

    /** Those of the lots that an account has: its own, or what a merge has brought of them. */
    List<Lot> lotsOn(AccountId account) {
        return lots.stream()
                .filter(lot -> lot.id().entry().account().equals(account))
                .toList();
    }

    /** Decides on points that no entry is known to have given: a return that names no original (R39). */
    public static Optional<PointEntry> fromAny(
            AccountLedger ledger, PointEntry.Cause cause, Points points, SpendingTerms terms, Stores stores) {
        know(ledger, points, terms, stores);
        return deduct(ledger, cause, points, Set.of(), terms);
    }

    /** Makes lots known that hold {@code points}, or all there are. */
    static void know(AccountLedger ledger, Points points, SpendingTerms terms, Stores stores) {
        Cover cover = new Cover(points.plus(ledger.taken()).plus(ledger.holds().total()), terms.order(), ledger.at());
        ledger.with(stores.ledger().lots(ledger.account().id(), cover).lots());
    }

    private static Optional<PointEntry> deduct(
            AccountLedger ledger, PointEntry.Cause cause, Points points, Set<LotId> own, SpendingTerms terms) {
        if (terms.whenSpent() == WhenSpent.REFUSE && ledger.unlapsed().isLessThan(points)) {
            return Optional.empty();
        }
        Points maxDebt = terms.whenSpent() == WhenSpent.DEBT ? points : Points.ZERO;
        return Optional.of(ledger.deduct(cause, points, own, terms.order(), maxDebt));
    }
}
