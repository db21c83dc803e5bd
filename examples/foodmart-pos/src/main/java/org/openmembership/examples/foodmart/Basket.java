package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What one customer bought in one store on one day; FoodMart keeps no receipts, so this stands for one.
 *
 * @param customer the POS's key
 * @param lines numbered from 1 in an order that is the same on every run
 */
record Basket(int customer, LocalDate day, int store, List<Line> lines) {
    /**
     * @param promotion the POS's key, 0 for none
     * @param amount in dollars, at most four decimals
     */
    record Line(int number, Product product, BigDecimal quantity, BigDecimal amount, int promotion) {}

    Basket {
        lines = List.copyOf(lines);
    }

    /** The number of its receipt, the same on every run. */
    String receipt() {
        return day + "-" + store + "-" + customer;
    }

    BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
