package org.openmembership.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointOffer.Effect;
import org.openmembership.club.RuleId;
import org.openmembership.ledger.Explanation.Why;

/** One line on its way from rules through offers to points; exact. Not thread-safe. */
final class LineCalculation {
    private final LineFacts line;
    private final Passing passing;
    private final List<Part> parts = new ArrayList<>(2);
    private final List<RuleId> acted = new ArrayList<>(1);
    private final Map<PointKind, Ratio> byKind = new EnumMap<>(PointKind.class);

    LineCalculation(LineFacts line, Passing passing) {
        this.line = line;
        this.passing = passing;
    }

    LineFacts line() {
        return line;
    }

    Passing passing() {
        return passing;
    }

    List<Part> parts() {
        return parts;
    }

    /** The offers that acted on the line. */
    List<RuleId> acted() {
        return acted;
    }

    Map<PointKind, Ratio> byKind() {
        return byKind;
    }

    /**
     * Adds up what the rules gave the line, and lets offers act on it: first the factors of discounts, which add up, then the
     * one point offer (R35). What offers add or put in place are award points.
     *
     * @param quantity of the line, less the share of it that earns nothing
     */
    void work(List<Candidate<PointOffer>> discounts, List<Candidate<PointOffer>> offers, Ratio quantity) {
        for (Part part : parts) {
            if (!part.isVisit()) {
                add(part.rule().reward().kind(), part.points());
            }
        }
        multiply(discounts);
        if (!offers.isEmpty()) {
            apply(offers.get(0), quantity);
            offers.subList(1, offers.size()).forEach(offer -> passing.note(offer, Why.OUTRANKED));
        }
        for (Part part : parts) {
            if (part.isVisit()) {
                add(part.rule().reward().kind(), part.points());
            }
        }
    }

    private void add(PointKind kind, Ratio points) {
        byKind.merge(kind, points, Ratio::plus);
    }

    private void multiply(List<Candidate<PointOffer>> discounts) {
        if (discounts.isEmpty()) {
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Candidate<PointOffer> discount : discounts) {
            sum = sum.add(((Effect.DiscountFactor) discount.item().effect()).factor());
        }
        Ratio factor = Ratio.of(sum);
        byKind.replaceAll((kind, points) -> points.times(factor));
        discounts.stream().map(Candidate::id).sorted(Comparator.naturalOrder()).forEach(acted::add);
    }

    private void apply(Candidate<PointOffer> offer, Ratio quantity) {
        Effect effect = offer.item().effect();
        if (effect instanceof Effect.ReplacementPerUnit replacement) {
            if (!replace(quantity.times(Ratio.of(replacement.points())))) {
                passing.note(offer, Why.GIVES_LESS);
                return;
            }
        } else if (effect instanceof Effect.Factor factor) {
            byKind.replaceAll((kind, points) -> points.times(Ratio.of(factor.factor())));
        } else if (effect instanceof Effect.AdditionalPerUnit additional) {
            add(PointKind.AWARD, quantity.times(Ratio.of(additional.points())));
        }
        acted.add(offer.id());
    }

    private boolean replace(Ratio replacement) {
        Ratio usual = Ratio.ZERO;
        for (Ratio points : byKind.values()) {
            usual = usual.plus(points);
        }
        boolean givesMore = replacement.abs().compareTo(usual.abs()) > 0;
        if (givesMore) {
            byKind.clear();
            byKind.put(PointKind.AWARD, replacement);
        }
        return givesMore;
    }
}
