package org.openmembership.step;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openmembership.club.EarningTerms.Policies.Returns;
import org.openmembership.club.PointKind;
import org.openmembership.ledger.PointCount.Span;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.ReturnedLine;
import org.openmembership.rules.ClubRules;
import org.openmembership.rules.Earner;
import org.openmembership.rules.ReturnMeasure;
import org.openmembership.rules.ReturnShare;
import org.openmembership.rules.SaleEarning.KindEarning;
import org.openmembership.rules.SaleEarning.LinePoints;
import org.openmembership.shared.Points;

/**
 * What a kept sale would have earned by a club's definition, less what its returns would have taken back since: by the same
 * rules as posting, for whoever asks without posting. Asks no storage.
 *
 * <p>Returns count as if they had come together, which makes a difference only where the club recomputes them.
 *
 * @param sale as it is kept
 * @param back the lines that have given back lines of it, all of them together
 */
public record SaleTrial(Purchase sale, List<ReturnedLine> back) {
    public SaleTrial {
        back = List.copyOf(back);
    }

    /**
     * @param kinds net points by their label
     * @param used what the sale adds to each span that caps count; returns give nothing back to it (R36)
     */
    public record Outcome(Map<PointKind, Points> kinds, Map<Span, Points> used) {
        public static final Outcome NOTHING = new Outcome(Map.of(), Map.of());

        public Outcome {
            kinds = Map.copyOf(kinds);
            used = Map.copyOf(used);
        }

        public Points points() {
            return kinds.values().stream().reduce(Points.ZERO, Points::plus);
        }

        public Points of(PointKind kind) {
            return kinds.getOrDefault(kind, Points.ZERO);
        }
    }

    /** Nothing where the sale is in another currency and says no rate, or where the points cannot be counted any more. */
    public Outcome by(ClubRules rules, Earner earner) {
        if (sale.rateTo(rules.club().place().currency()).isEmpty()) {
            return Outcome.NOTHING;
        }
        try {
            return worked(rules, earner);
        } catch (ArithmeticException beyond) {
            return Outcome.NOTHING;
        }
    }

    private Outcome worked(ClubRules rules, Earner earner) {
        var earning = rules.earning(sale, earner);
        Map<PointKind, Points> kinds = new HashMap<>();
        for (KindEarning kind : earning.kinds()) {
            Points taken = back.isEmpty() ? Points.ZERO : taken(kind, rules, earner);
            // no more can be taken back than was given for the whole sale
            kinds.put(kind.kind(), kind.points().minus(taken.min(kind.points().max(Points.ZERO))));
        }
        return new Outcome(kinds, earning.counted());
    }

    private Points taken(KindEarning kind, ClubRules rules, Earner earner) {
        Returns policy = rules.club().terms().earning().policies().returns();
        return policy == Returns.RECOMPUTE ? anew(kind, rules, earner) : shares(kind, rules);
    }

    private Points shares(KindEarning kind, ClubRules rules) {
        Points precision = rules.club().points().rounding().precision();
        boolean sameCurrency =
                back.stream().allMatch(line -> line.amount().getCurrencyUnit().equals(sale.currency()));
        Points taken = Points.ZERO;
        for (LinePoints line : kind.lines()) {
            if (line.points().isPositive()) {
                PurchaseLine sold = sale.line(line.line()).orElseThrow();
                ReturnMeasure measure = ReturnMeasure.of(sold, sameCurrency);
                BigDecimal part = BigDecimal.ZERO;
                for (ReturnedLine returned : of(line.line())) {
                    part = part.add(measure.of(returned.quantity(), returned.amount()));
                }
                ReturnShare share = new ReturnShare(line.points(), Points.ZERO, measure.whole(sold), BigDecimal.ZERO);
                taken = of(line.line()).isEmpty() ? taken : taken.plus(share.due(part, precision));
            }
        }
        return taken;
    }

    private Points anew(KindEarning kind, ClubRules rules, Earner earner) {
        Map<Integer, Recomputation.Back> byLine = new HashMap<>();
        for (ReturnedLine returned : back) {
            int line = returned.original().line();
            Recomputation.Back before = byLine.getOrDefault(line, Recomputation.Back.NOTHING);
            byLine.put(
                    line,
                    Objects.requireNonNull(before)
                            .plus(returned.quantity(), returned.amount().getAmount()));
        }
        Map<Integer, Points> left = new HashMap<>();
        for (LinePoints line : kind.lines()) {
            if (line.points().isPositive()) {
                left.put(line.line(), line.points());
            }
        }
        Earner uncounted = Earner.of(earner.account(), earner.scheme());
        return new Recomputation(sale, byLine)
                .due(kind.kind(), uncounted, rules, left).values().stream().reduce(Points.ZERO, Points::plus);
    }

    private List<ReturnedLine> of(int line) {
        return back.stream()
                .filter(returned -> returned.original().line() == line)
                .toList();
    }
}
