package org.openmembership.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openmembership.club.Club;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.RuleId;
import org.openmembership.ledger.PointCount;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.Points;

/** What a sale earns, worked out rule by rule and line by line; knows no index, no fraction and no split. */
final class NaiveEarning {
    private final Club club;
    private final Purchase purchase;
    private final Earner earner;
    private final NaiveMeasure measure;
    private final NaiveFit fit;

    NaiveEarning(Club club, Purchase purchase, Earner earner) {
        this.club = club;
        this.purchase = purchase;
        this.earner = earner;
        this.measure = new NaiveMeasure(club, purchase);
        this.fit = new NaiveFit(club, purchase, earner, measure);
    }

    NaiveMeasure measure() {
        return measure;
    }

    NaiveFit fit() {
        return fit;
    }

    /** What the sale comes to by kind: rounded once, and cut by the club's caps. */
    Map<PointKind, Points> totals() {
        Map<PointKind, Points> totals = new EnumMap<>(PointKind.class);
        List<PointCap> caps = club.terms().earning().policies().caps();
        BigDecimal left = caps.isEmpty() ? null : room(null, caps);
        BigDecimal step = club.points().rounding().precision().toBigDecimal();
        for (Map.Entry<PointKind, BigDecimal> kind : exact().entrySet()) {
            Points points = club.points().rounding().round(kind.getValue().setScale(60, RoundingMode.HALF_UP));
            if (left != null && points.isPositive()) {
                BigDecimal steps = left.divide(step, 0, RoundingMode.DOWN).multiply(step);
                points = Points.of(points.toBigDecimal().min(steps));
                left = left.subtract(points.toBigDecimal());
            }
            totals.put(kind.getKey(), points);
        }
        return totals;
    }

    /** The sale's points by kind before rounding, nearly exact. */
    private Map<PointKind, BigDecimal> exact() {
        Map<PointKind, BigDecimal> totals = new EnumMap<>(PointKind.class);
        if (measure.isBelowMinimum()) {
            return totals;
        }
        Map<RuleId, Map<Integer, BigDecimal>> given = given();
        for (PurchaseLine line : measure.lines()) {
            lineTotals(line, given).forEach((kind, points) -> totals.merge(kind, points, BigDecimal::add));
        }
        for (PointRule rule : club.terms().earning().rules()) {
            if (rule.reward().rate().basis() == PointRate.Basis.VISIT && given.containsKey(rule.id())) {
                totals.merge(rule.reward().kind(), sum(given.get(rule.id())), BigDecimal::add);
            }
        }
        return totals;
    }

    /** What each rule gives each line, its caps applied. */
    private Map<RuleId, Map<Integer, BigDecimal>> given() {
        Map<RuleId, Map<Integer, BigDecimal>> given = new TreeMap<>();
        Map<RuleId, PointRule> used = new TreeMap<>();
        for (PurchaseLine line : measure.lines()) {
            for (PointRule rule : fit.rules(line)) {
                boolean isVisit = rule.reward().rate().basis() == PointRate.Basis.VISIT;
                boolean again = given.containsKey(rule.id());
                if (!isVisit || !again && line.quantity().signum() >= 0) {
                    used.put(rule.id(), rule);
                    given.computeIfAbsent(rule.id(), any -> new TreeMap<>())
                            .put(line.number(), measure.alone(rule, line));
                }
            }
        }
        used.forEach((id, rule) -> cut(given.get(id), rule));
        return given;
    }

    private void cut(Map<Integer, BigDecimal> lines, PointRule rule) {
        BigDecimal sum = sum(lines);
        if (rule.reward().caps().isEmpty() || sum.signum() <= 0) {
            return;
        }
        BigDecimal room = room(rule.id(), rule.reward().caps());
        if (sum.compareTo(room) > 0) {
            lines.replaceAll((line, points) -> points.multiply(room).divide(sum, NaiveMeasure.DIGITS));
        }
    }

    private BigDecimal room(RuleId rule, List<PointCap> caps) {
        List<BigDecimal> rooms = new ArrayList<>();
        for (PointCap cap : caps) {
            var day = club.businessDate(purchase.purchasedAt());
            PointCount.Span span =
                    new PointCount.Span(rule, cap.span(), cap.span().startOf(day));
            Points before = cap.span() == PointCap.Span.SALE
                    ? Points.ZERO
                    : earner.counted().getOrDefault(span, Points.ZERO);
            rooms.add(cap.most().minus(before).toBigDecimal().max(BigDecimal.ZERO));
        }
        return rooms.stream().reduce(BigDecimal::min).orElseThrow();
    }

    private Map<PointKind, BigDecimal> lineTotals(PurchaseLine line, Map<RuleId, Map<Integer, BigDecimal>> given) {
        Map<PointKind, BigDecimal> totals = new EnumMap<>(PointKind.class);
        for (PointRule rule : fit.rules(line)) {
            if (rule.reward().rate().basis() != PointRate.Basis.VISIT) {
                BigDecimal points = given.get(rule.id()).get(line.number());
                totals.merge(rule.reward().kind(), points, BigDecimal::add);
            }
        }
        List<PointOffer> discounts = fit.discounts(line);
        if (!discounts.isEmpty()) {
            BigDecimal factor = discounts.stream()
                    .map(offer -> ((PointOffer.Effect.DiscountFactor) offer.effect()).factor())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            totals.replaceAll((kind, points) -> points.multiply(factor));
        }
        PointOffer offer = fit.offer(line);
        if (offer != null) {
            apply(offer.effect(), line.quantity().multiply(measure.paidShare()), totals);
        }
        return totals;
    }

    private static void apply(PointOffer.Effect effect, BigDecimal quantity, Map<PointKind, BigDecimal> totals) {
        if (effect instanceof PointOffer.Effect.Factor factor) {
            totals.replaceAll((kind, points) -> points.multiply(factor.factor()));
        } else if (effect instanceof PointOffer.Effect.AdditionalPerUnit more) {
            totals.merge(PointKind.AWARD, quantity.multiply(more.points().toBigDecimal()), BigDecimal::add);
        } else if (effect instanceof PointOffer.Effect.ReplacementPerUnit other) {
            BigDecimal replacement = quantity.multiply(other.points().toBigDecimal());
            BigDecimal usual = totals.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal difference = replacement.abs().subtract(usual.abs());
            if (difference.setScale(60, RoundingMode.HALF_UP).signum() > 0) {
                totals.clear();
                totals.put(PointKind.AWARD, replacement);
            }
        }
    }

    private static BigDecimal sum(Map<Integer, BigDecimal> lines) {
        return lines.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
