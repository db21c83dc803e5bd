package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Club;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * Gives back what an entry took, what was left owing first, then to the lots it came from in order of their entries; a lapsed
 * lot gets the club's grace (R23, R39).
 *
 * @param entry that took points
 * @param taken what it took from lots and left owing
 * @param lots those lots, as they are now
 * @param before what earlier entries gave back of it
 */
public record GiveBack(PointEntry entry, List<Allocation> taken, Map<LotId, Lot> lots, Points before) {
    public GiveBack {
        taken = List.copyOf(taken);
        lots = Map.copyOf(lots);
    }

    /** Gathers what is known of an entry that took points. */
    public static GiveBack gather(PointEntry entry, Stores stores) {
        return gather(List.of(entry), stores).get(0);
    }

    /** Gathers what is known of entries that took points, in their order, with the same number of questions for any number. */
    public static List<GiveBack> gather(List<PointEntry> entries, Stores stores) {
        List<EntryId> ids = entries.stream().map(PointEntry::id).toList();
        Map<EntryId, List<Allocation>> taken = new HashMap<>();
        List<LotId> lotIds = new ArrayList<>();
        for (Allocation allocation : stores.ledger().allocations(ids)) {
            if (allocation.effect().isNegative()) {
                taken.computeIfAbsent(allocation.entry(), any -> new ArrayList<>())
                        .add(allocation);
                LotId lot = allocation.lot();
                if (lot != null) {
                    lotIds.add(lot);
                }
            }
        }
        Map<LotId, Lot> lots = new HashMap<>();
        stores.ledger().lots(lotIds).forEach(lot -> lots.put(lot.id(), lot));
        Map<EntryId, Points> before = new HashMap<>();
        for (PointEntry reversal : stores.ledger().reversalsOf(ids)) {
            before.merge(reversal.related().orElseThrow(), reversal.points(), Points::plus);
        }
        return entries.stream()
                .map(entry -> new GiveBack(
                        entry,
                        taken.getOrDefault(entry.id(), List.of()),
                        lots,
                        before.getOrDefault(entry.id(), Points.ZERO)))
                .toList();
    }

    /** What of the points the entry took was not given back by earlier entries. */
    public Points left() {
        return entry.points().negated().minus(before).max(Points.ZERO);
    }

    /** Gives back all that is left of what the entry took; what it left owing comes back as points of today. */
    public PointEntry all(AccountLedger ledger, PointEntry.Cause cause, Club club) {
        return ledger.restore(cause, parts(ledger, left(), club));
    }

    /** The parts in which {@code points} of what is left of the entry go back. */
    List<AccountLedger.Returned> parts(AccountLedger ledger, Points points, Club club) {
        List<AccountLedger.Returned> parts = new ArrayList<>();
        Points skip = before;
        Points left = points;
        for (Allocation allocation : taken) {
            LotId own = allocation.lot();
            LotId lot =
                    own != null && own.entry().account().equals(ledger.account().id()) ? own : null;
            if (lot != null) {
                ledger.with(List.of(Objects.requireNonNull(lots.get(lot))));
            }
            Points skipped = skip.min(allocation.points());
            Points part = left.min(allocation.points().minus(skipped));
            skip = skip.minus(skipped);
            left = left.minus(part);
            if (part.isPositive()) {
                parts.add(new AccountLedger.Returned(lot, part, fresh(own, ledger.at(), club)));
            }
        }
        return parts;
    }

    /** What comes from a lot of an account that was merged into this one goes to one of its own that lapses with it. */
    private Lot.Life fresh(@Nullable LotId own, Instant at, Club club) {
        Lot lot = own == null ? null : lots.get(own);
        if (lot == null) {
            return new Lot.Life(at, at, club.lapsesAt(at));
        }
        Instant end = lot.life().isLapsed(at) ? end(lot, at, club) : lot.life().lapsesAt();
        return new Lot.Life(lot.life().earnedAt(), at, end);
    }

    private static Instant end(Lot lot, Instant at, Club club) {
        Period grace = club.terms().spending().grace();
        LocalDate lastDay = club.businessDate(at).plus(grace);
        Instant graceEnd = grace.isZero()
                ? Instant.MIN
                : lastDay.plusDays(1).atStartOfDay(club.place().zone()).toInstant();
        return lot.life().lapsesAt().isBefore(graceEnd) ? graceEnd : lot.life().lapsesAt();
    }
}
