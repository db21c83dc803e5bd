package org.openmembership.club;

import java.time.Period;
import org.openmembership.shared.Points;

/**
 * How points of a club are taken from an account.
 *
 * @param order which lots go first
 * @param tender the bounds of redemptions
 * @param offlineLimit how far below zero redemptions that tills granted offline may take an account, all of them together
 *     (R26); zero allows none
 * @param whenSpent what happens when points must be taken back that are spent already
 * @param grace how long points that come back to a lapsed lot can still be used, from the day they come back; zero not at all
 */
public record SpendingTerms(
        ConsumptionOrder order, TenderTerms tender, Points offlineLimit, WhenSpent whenSpent, Period grace) {
    public static final SpendingTerms DEFAULT = new SpendingTerms(
            ConsumptionOrder.NEAREST_EXPIRY, TenderTerms.DEFAULT, Points.ZERO, WhenSpent.DEBT, Period.ZERO);

    /** What to do with points that are taken back but no longer there (R26). */
    public enum WhenSpent {
        /** Book a debt that later earnings repay first. */
        DEBT,
        /** Refuse to take back at all. */
        REFUSE,
        /** Take what is there and let the rest go; the difference shows between the two entries. */
        WRITE_OFF
    }

    public SpendingTerms {
        if (offlineLimit.isNegative() || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "offlineLimit and grace must not be below zero: " + offlineLimit + ", " + grace);
        }
    }

    /** Terms whose redemptions have a minimum and no other bound. */
    public SpendingTerms(
            ConsumptionOrder order, Points minimum, Points offlineLimit, WhenSpent whenSpent, Period grace) {
        this(order, TenderTerms.atLeast(minimum), offlineLimit, whenSpent, grace);
    }
}
