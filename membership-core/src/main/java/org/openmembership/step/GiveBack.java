package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openmembership.club.Club;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.storage.Stores;

/** Gives back what an entry took, to the lots it came from; a lapsed lot gets the club's grace (R23, R39). */
public final class GiveBack {
    private GiveBack() {}

    /** Gives back all that {@code entry} took; what it left owing comes back as points of today. */
    public static PointEntry all(
            AccountLedger ledger, PointEntry.Cause cause, PointEntry entry, Club club, Stores stores) {
        List<Allocation> taken = stores.ledger().allocations(Set.of(entry.id())).stream()
                .filter(allocation -> allocation.effect().isNegative())
                .toList();
        List<LotId> ids = new ArrayList<>();
        for (Allocation allocation : taken) {
            LotId lot = allocation.lot();
            if (lot != null) {
                ids.add(lot);
            }
        }
        List<Lot> lots = stores.ledger().lots(ids);

        ledger.with(lots);
        List<AccountLedger.Returned> parts = taken.stream()
                .map(allocation -> new AccountLedger.Returned(
                        allocation.lot(), allocation.points(), fresh(allocation, lots, ledger.at(), club)))
                .toList();
        return ledger.restore(cause, parts);
    }

    private static Lot.Life fresh(Allocation allocation, List<Lot> lots, Instant at, Club club) {
        return lots.stream()
                .filter(lot -> lot.id().equals(allocation.lot()))
                .findFirst()
                .map(lot -> new Lot.Life(lot.life().earnedAt(), at, end(lot, at, club)))
                .orElseGet(() -> new Lot.Life(at, at, club.lapsesAt(at)));
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
