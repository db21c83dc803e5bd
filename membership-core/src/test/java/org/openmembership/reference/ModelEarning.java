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

    /**
     * Hundredths by number of line; their sum is what the sale earns. Empty where that is nothing.
     *
     * @param inPoints what counts as paid with points, or as paid back so where it is below zero
     */
    static Map<Integer, Long> of(ModelSale sale, BigDecimal inPoints, Earning rules) {
        List<Part> parts = new ArrayList<>();
        Share share = share(sale, inPoints, rules);
        BigDecimal counted = BigDecimal.ZERO;
        for (int i = 0; i < sale.lines().size(); i++) {
            Line line = sale.lines().get(i);
            if (line.back() == null) {
                parts.add(part(i + 1, line, rules, share));
                counted = counted.add(base(line, rules));
            }
        }
        return counted.abs().compareTo(rules.minimum()) < 0 ? Map.of() : split(parts, unit(rules, share), rules);
    }

    /** What of a sale earns because it was not paid with points. */
    private record Share(BigDecimal part, BigDecimal whole) {
        static final Share ALL = new Share(BigDecimal.ONE, BigDecimal.ONE);
    }

    private static Share share(ModelSale sale, BigDecimal inPoints, Earning rules) {
        BigDecimal worth = sale.lines().stream()
                .filter(line -> line.back() == null)
                .map(Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isCut = inPoints.signum() != 0
                && worth.signum() == inPoints.signum()
                && !rules.base().paidWithPoints();
        return isCut ? new Share(worth.abs().subtract(inPoints.abs()).max(BigDecimal.ZERO), worth.abs()) : Share.ALL;
    }

    private static BigDecimal base(Line line, Earning rules) {
        return rules.base().net() ? line.amount().subtract(line.tax()) : line.amount();
    }

    /** All parts are counted in {@code per * step * whole}, so that no fraction is ever cut. */
    private record Part(int line, BigDecimal exact, long steps, BigDecimal lost) {}

    private static BigDecimal unit(Earning rules, Share share) {
        return rules.per()
                .multiply(BigDecimal.valueOf(rules.rounding().hundredths(), 2))
                .multiply(share.whole);
    }

    private static Part part(int number, Line line, Earning rules, Share share) {
        BigDecimal whole = switch (line.article()) {
            case PLAIN -> base(line, rules).multiply(rules.points());
            case SPECIAL -> line.quantity().multiply(rules.special()).multiply(rules.per());
            case WITHOUT_POINTS -> BigDecimal.ZERO;
        };
        BigDecimal exact = whole.multiply(share.part);
        BigDecimal unit = unit(rules, share);
        BigDecimal steps = exact.divide(unit, 0, RoundingMode.FLOOR);
        return new Part(number, exact, steps.longValueExact(), exact.subtract(steps.multiply(unit)));
    }

    private static Map<Integer, Long> split(List<Part> parts, BigDecimal unit, Earning rules) {
        BigDecimal sum = parts.stream().map(Part::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
        long whole = sum.divide(unit, 0, rules.rounding().mode()).longValueExact();
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
