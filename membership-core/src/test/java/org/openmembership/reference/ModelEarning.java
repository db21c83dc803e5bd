package org.openmembership.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openmembership.reference.ModelRules.Earning;
import org.openmembership.reference.ModelSale.Line;

/**
 * What a sale earns by the rules of a club (R22): worked out exactly, rounded once, and split over the lines.
 *
 * <p>Each line gets the whole steps it earned; the steps that are left over go to those that lost most by cutting, the first
 * line first.
 */
final class ModelEarning {
    private ModelEarning() {}

    /** Hundredths by number of line; their sum is what the sale earns. Empty where that is nothing. */
    static Map<Integer, Long> of(ModelSale sale, Earning rules) {
        List<Part> parts = new ArrayList<>();
        BigDecimal worth = BigDecimal.ZERO;
        for (int i = 0; i < sale.lines().size(); i++) {
            Line line = sale.lines().get(i);
            if (line.back() == null) {
                parts.add(part(i + 1, line, rules));
                worth = worth.add(line.amount());
            }
        }
        return worth.abs().compareTo(rules.minimum()) < 0 ? Map.of() : split(parts, rules);
    }

    /** All parts are counted in {@code per * step}, so that no fraction is ever cut. */
    private record Part(int line, BigDecimal exact, long steps, BigDecimal lost) {}

    private static BigDecimal unit(Earning rules) {
        return rules.per().multiply(BigDecimal.valueOf(rules.rounding().hundredths(), 2));
    }

    private static Part part(int number, Line line, Earning rules) {
        BigDecimal exact = switch (line.article()) {
            case PLAIN -> line.amount().multiply(rules.points());
            case SPECIAL -> line.quantity().multiply(rules.special()).multiply(rules.per());
            case WITHOUT_POINTS -> BigDecimal.ZERO;
        };
        BigDecimal steps = exact.divide(unit(rules), 0, RoundingMode.FLOOR);
        return new Part(number, exact, steps.longValueExact(), exact.subtract(steps.multiply(unit(rules))));
    }

    private static Map<Integer, Long> split(List<Part> parts, Earning rules) {
        BigDecimal sum = parts.stream().map(Part::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
        long whole = sum.divide(unit(rules), 0, rules.rounding().mode()).longValueExact();
        long over = whole - parts.stream().mapToLong(Part::steps).sum();
        List<Part> byLoss = new ArrayList<>(parts);
        byLoss.sort(Comparator.comparing(Part::lost).reversed().thenComparing(Part::line));
        Map<Integer, Long> split = new TreeMap<>();
        for (Part part : byLoss) {
            long steps = part.steps + (over-- > 0 ? 1 : 0);
            if (whole != 0 && steps != 0) {
                split.put(part.line, steps * rules.rounding().hundredths());
            }
        }
        return split;
    }
}
