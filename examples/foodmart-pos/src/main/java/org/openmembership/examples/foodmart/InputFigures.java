package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.openmembership.club.RoundingRule;
import org.openmembership.shared.Points;

/**
 * What the sales come to before any of them is written, and what the rule of one point per whole dollar of a basket gives.
 *
 * @param baskets how many
 * @param customers how many bought anything
 * @param total of all lines, exact
 * @param points by the rule, without offers and returns
 * @param linesAtOrBelowZero by quantity or amount
 */
record InputFigures(long baskets, int customers, BigDecimal total, Points points, long linesAtOrBelowZero) {
    /** What FoodMart is known to hold. */
    static final InputFigures EXPECTED =
            new InputFigures(58_381, 8_842, new BigDecimal("1764546.44"), Points.of(1_735_569), 0);

    boolean holds() {
        return differences().isEmpty();
    }

    /** Where these figures are not what is expected, one sentence each. */
    List<String> differences() {
        List<String> found = new ArrayList<>();
        compare(found, "baskets", baskets, EXPECTED.baskets);
        compare(found, "customers who bought", customers, EXPECTED.customers);
        compare(found, "total of all lines", total.stripTrailingZeros(), EXPECTED.total.stripTrailingZeros());
        compare(found, "points of the rule", points, EXPECTED.points);
        compare(found, "lines at or below zero", linesAtOrBelowZero, EXPECTED.linesAtOrBelowZero);
        return found;
    }

    private static void compare(List<String> found, String what, Object actual, Object expected) {
        if (!actual.equals(expected)) {
            found.add(what + ": " + actual + " instead of " + expected);
        }
    }

    /** Adds baskets up. Not thread-safe. */
    static final class Counter {
        private final BitSet customers = new BitSet();
        private long baskets;
        private BigDecimal total = BigDecimal.ZERO;
        private Points points = Points.ZERO;
        private long linesAtOrBelowZero;

        void add(Basket basket) {
            BigDecimal amount = basket.total();
            customers.set(basket.customer());
            baskets++;
            total = total.add(amount);
            points = points.plus(RoundingRule.WHOLE_POINTS_DOWN.round(amount));
            linesAtOrBelowZero += basket.lines().stream()
                    .filter(line ->
                            line.amount().signum() <= 0 || line.quantity().signum() <= 0)
                    .count();
        }

        InputFigures figures() {
            return new InputFigures(baskets, customers.cardinality(), total, points, linesAtOrBelowZero);
        }
    }
}
