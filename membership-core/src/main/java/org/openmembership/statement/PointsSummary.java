package org.openmembership.statement;

import org.openmembership.ledger.Balance;
import org.openmembership.purchase.Provisional;
import org.openmembership.shared.Points;

/**
 * The three figures of a member's points (A29), and what is not among them yet.
 *
 * @param earned by sales, adjustments and opening balances, ever
 * @param redeemed ever
 * @param provisional what sales that wait to be posted are to bring; in none of the other figures (B40)
 */
public record PointsSummary(Balance balance, Points earned, Points redeemed, Provisional provisional) {
    /** What could be spent if what waits were posted now as it was worked out: available and provisional points (B41). */
    public Points expected() {
        return balance.available().plus(provisional.points());
    }
}
