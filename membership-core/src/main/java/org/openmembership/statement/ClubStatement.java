package org.openmembership.statement;

import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.openmembership.club.ClubId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore.ClubTotal;
import org.openmembership.ledger.LedgerStore.Outstanding;
import org.openmembership.shared.Points;

/**
 * What a club has handed out and still owes.
 *
 * @param totals of all its entries by kind, with the value each had when it was made
 * @param outstanding open points by the instant at which they lapse
 * @param liability what the open points are worth by the club's value of today
 */
public record ClubStatement(
        ClubId club, Map<EntryKind, ClubTotal> totals, List<Outstanding> outstanding, Money liability) {
    public ClubStatement {
        totals = Map.copyOf(totals);
        outstanding = List.copyOf(outstanding);
    }

    /** Open points that have not lapsed or whose expiry is not written; debts not taken off. */
    public Points open() {
        Points sum = Points.ZERO;
        for (Outstanding part : outstanding) {
            sum = sum.plus(part.points());
        }
        return sum;
    }

    /** The sum of a kind's entries; zero where there are none. */
    public Points points(EntryKind kind) {
        ClubTotal total = totals.get(kind);
        return total == null ? Points.ZERO : total.points();
    }
}
