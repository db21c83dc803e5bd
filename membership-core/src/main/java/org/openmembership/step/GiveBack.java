package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.club.Club;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * Gives back what an entry took, what was left owing first, then to the lots it came from in order of their entries; a lapsed
 * lot gets the club's grace (R23, R39).
 */
public final class GiveBack {
    private GiveBack() {}

    /** What of the points an entry took was not given back by earlier entries. */
    public static Points left(PointEntry entry, Stores stores) {
        return entry.points().negated().minus(before(entry, stores)).max(Points.ZERO);
    }

    /** Gives back all that is left of what {@code entry} took; what it left owing comes back as points of today. */
    public static PointEntry all(
            AccountLedger ledger, PointEntry.Cause cause, PointEntry entry, Club club, Stores stores) {
        return ledger.restore(cause, parts(ledger, entry, left(entry, stores), club, stores));
    }

    /** The parts in which {@code points} of what is left of {@code entry} go back. */
    static List<AccountLedger.Returned> parts(
            AccountLedger ledger, PointEntry entry, Points points, Club club, Stores stores) {
        List<Allocation> taken = stores.ledger().allocations(Set.of(entry.id())).stream()
                .filter(allocation -> allocation.effect().isNegative())
                .toList();
        Map<LotId, Lot> lots = lots(taken, stores);
        ledger.with(lots.values());
        List<AccountLedger.Returned> parts = new ArrayList<>();
        Points skip = before(entry, stores);
        Points left = points;
        for (Allocation allocation : taken) {
            Points skipped = skip.min(allocation.points());
            Points part = left.min(allocation.points().minus(skipped));
            skip = skip.minus(skipped);
            left = left.minus(part);
            if (part.isPositive()) {
                parts.add(
                        new AccountLedger.Returned(allocation.lot(), part, fresh(allocation, lots, ledger.at(), club)));
            }
        }
        return parts;
    }

    private static Points before(PointEntry entry, Stores stores) {
        Points before = Points.ZERO;
        for (PointEntry reversal : stores.ledger().reversalsOf(Set.of(entry.id()))) {
            before = before.plus(reversal.points());
        }
        return before;
    }

    private static Map<LotId, Lot> lots(List<Allocation> taken, Stores stores) {
        List<LotId> ids = new ArrayList<>();
        for (Allocation allocation : taken) {
            LotId lot = allocation.lot();
            if (lot != null) {
                ids.add(lot);
            }
        }
        Map<LotId, Lot> lots = new HashMap<>();
        stores.ledger().lots(ids).forEach(lot -> lots.put(lot.id(), lot));
        return lots;
    }

    private static Lot.Life fresh(Allocation allocation, Map<LotId, Lot> lots, Instant at, Club club) {
        Lot lot = allocation.lot() == null ? null : lots.get(allocation.lot());
        return lot == null
                ? new Lot.Life(at, at, club.lapsesAt(at))
                : new Lot.Life(lot.life().earnedAt(), at, end(lot, at, club));
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
