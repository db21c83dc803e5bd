package org.openmembership.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms.Base;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.rules.SaleEarning.KindEarning;
import org.openmembership.rules.SaleEarning.LineReason;
import org.openmembership.shared.Points;

/** One sale on its way from lines to points, exact until the end. */
final class SaleCalculation {
    private final Club club;
    private final Purchase purchase;
    private final List<PurchaseLine> lines;
    private final RuleIndex.OfSale<PointRule> rules;
    private final RuleIndex.OfSale<PointOffer> offers;
    private final Map<PointKind, SortedMap<Integer, Ratio>> exact = new EnumMap<>(PointKind.class);
    private final Map<PointRule, List<Integer>> visits = new LinkedHashMap<>();
    private final List<LineReason> reasons = new ArrayList<>();

    SaleCalculation(
            Club club, Purchase purchase, RuleIndex.OfSale<PointRule> rules, RuleIndex.OfSale<PointOffer> offers) {
        this.club = club;
        this.purchase = purchase;
        this.lines = purchase.lines().stream()
                .filter(line -> line.returnOf() == null)
                .toList();
        this.rules = rules;
        this.offers = offers;
    }

    SaleEarning run() {
        if (isBelowMinimum()) {
            return SaleEarning.NOTHING;
        }
        Ratio paidShare = shareNotPaidWithPoints();
        for (PurchaseLine line : lines) {
            LineCalculation points = pointsOf(line);
            points.byKind().forEach((kind, value) -> add(kind, line.number(), value.times(paidShare)));
        }
        visits.forEach(this::addVisit);

        List<KindEarning> kinds = new ArrayList<>();
        exact.forEach((kind, byLine) -> {
            Points whole = Split.whole(byLine, club.points().rounding());
            if (!whole.isZero()) {
                kinds.add(new KindEarning(
                        kind, whole, Split.of(byLine, whole, club.points().rounding())));
            }
        });
        return new SaleEarning(kinds, reasons);
    }

    private boolean isBelowMinimum() {
        BigDecimal sum = BigDecimal.ZERO;
        for (PurchaseLine line : lines) {
            sum = sum.add(base(line));
        }
        return sum.abs().compareTo(club.terms().earning().bounds().minimumSale()) < 0;
    }

    /** The part of the lines' worth that other tenders than points paid for: from nothing to all (R33). */
    private Ratio shareNotPaidWithPoints() {
        BigDecimal paid = BigDecimal.ZERO;
        for (Tender tender : purchase.content().tenders()) {
            if (club.terms().earning().base().pointTenders().contains(tender.type())) {
                paid = paid.add(tender.amount().getAmount());
            }
        }
        BigDecimal worth = BigDecimal.ZERO;
        for (PurchaseLine line : lines) {
            worth = worth.add(line.amount().getAmount());
        }
        if (paid.signum() == 0 || worth.signum() != paid.signum()) {
            return Ratio.of(BigDecimal.ONE);
        }
        BigDecimal rest = worth.subtract(paid);
        return rest.signum() == worth.signum() ? Ratio.of(rest).dividedBy(Ratio.of(worth)) : Ratio.ZERO;
    }

    private LineCalculation pointsOf(PurchaseLine line) {
        LineCalculation points = new LineCalculation();
        List<PointRule> best = rules.best(line.article());
        for (PointRule rule : best) {
            if (rule.reward().rate().basis() != PointRate.Basis.VISIT) {
                points.add(rule.reward().kind(), given(rule.reward().rate(), line));
            } else if (!line.isReturn()) {
                visits.computeIfAbsent(rule, any -> new ArrayList<>()).add(line.number());
            }
        }
        List<PointOffer> offer = offers.best(line.article());
        if (!offer.isEmpty()) {
            points.apply(offer.get(0).effect(), Ratio.of(line.quantity()));
        }
        reasons.add(new LineReason(
                line.number(),
                best.stream().map(PointRule::id).toList(),
                offer.isEmpty() ? null : offer.get(0).id()));
        return points;
    }

    private Ratio given(PointRate rate, PurchaseLine line) {
        BigDecimal counted = rate.basis() == PointRate.Basis.AMOUNT ? base(line) : line.quantity();
        return Ratio.of(counted.multiply(rate.points())).dividedBy(Ratio.of(rate.per()));
    }

    private BigDecimal base(PurchaseLine line) {
        boolean gross = club.terms().earning().base().tax() == Base.Tax.GROSS;
        return gross ? line.amount().getAmount() : line.price().net().getAmount();
    }

    /** A visit belongs in equal parts to the lines that made it count. */
    private void addVisit(PointRule rule, List<Integer> countedBy) {
        PointRate rate = rule.reward().rate();
        BigDecimal parts = rate.per().multiply(BigDecimal.valueOf(countedBy.size()));
        Ratio part = Ratio.of(rate.points()).dividedBy(Ratio.of(parts));
        countedBy.forEach(line -> add(rule.reward().kind(), line, part));
    }

    private void add(PointKind kind, int line, Ratio points) {
        if (points.signum() != 0) {
            exact.computeIfAbsent(kind, any -> new TreeMap<>()).merge(line, points, Ratio::plus);
        }
    }
}
