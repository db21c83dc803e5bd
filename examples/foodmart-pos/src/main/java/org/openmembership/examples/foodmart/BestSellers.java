package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What sold best, before returns. Not thread-safe. */
final class BestSellers {
    private final Map<String, Summary.Category> byName = new HashMap<>();

    void add(List<Basket> baskets) {
        for (Basket basket : baskets) {
            basket.lines().forEach(line -> add(line.product().department(), line.amount(), line.quantity()));
        }
    }

    void add(String name, BigDecimal amount, BigDecimal units) {
        Summary.Category added = new Summary.Category(name, amount, units.longValue());
        byName.merge(
                name, added, (a, b) -> new Summary.Category(name, a.amount().add(b.amount()), a.units() + b.units()));
    }

    /** The best first. */
    List<Summary.Category> top(int count) {
        return byName.values().stream()
                .sorted(Comparator.comparing(Summary.Category::amount)
                        .reversed()
                        .thenComparing(Summary.Category::name))
                .limit(count)
                .toList();
    }
}
