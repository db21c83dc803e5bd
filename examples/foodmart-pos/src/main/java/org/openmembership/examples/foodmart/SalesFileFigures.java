package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openmembership.club.RoundingRule;
import org.openmembership.shared.Points;

/**
 * What the documents of a sales file come to by the rule of one point per whole 1.00 of a document, worked out without the
 * library's ledger so that its balances can be held against it.
 *
 * @param documents how many
 * @param customers how many bought
 * @param total of all documents, exact
 * @param balance of all customers together
 * @param belowZero how many customers owe points
 */
record SalesFileFigures(long documents, int customers, BigDecimal total, Points balance, long belowZero) {
    static SalesFileFigures of(List<SaleDocument> documents) {
        Map<String, Points> balances = new HashMap<>();
        BigDecimal total = BigDecimal.ZERO;
        for (SaleDocument document : documents) {
            BigDecimal amount = document.total();
            total = total.add(amount);
            balances.merge(document.customer(), RoundingRule.WHOLE_POINTS_DOWN.round(amount), Points::plus);
        }
        Points balance = balances.values().stream().reduce(Points.ZERO, Points::plus);
        long belowZero = balances.values().stream().filter(Points::isNegative).count();
        return new SalesFileFigures(documents.size(), balances.size(), total, balance, belowZero);
    }

    String sentence() {
        return Figures.of(documents) + " documents of " + Figures.of(customers) + " customers, " + Figures.of(balance)
                + " points, " + Figures.of(belowZero) + " customers below zero.";
    }
}
