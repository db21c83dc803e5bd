package org.openmembership.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.TenderType;

/** What of a sale counts, with far more digits than any result needs; knows no fraction. */
final class NaiveMeasure {
    static final MathContext DIGITS = new MathContext(80);

    private final EarningTerms terms;
    private final Club club;
    private final Purchase purchase;

    NaiveMeasure(Club club, Purchase purchase) {
        this.club = club;
        this.terms = club.terms().earning();
        this.purchase = purchase;
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        return one.subtract(other).setScale(60, RoundingMode.HALF_UP).signum() == 0;
    }

    List<PurchaseLine> lines() {
        return purchase.lines().stream()
                .filter(line -> line.returnOf() == null)
                .filter(line -> !NaiveFit.isExcept(terms.base().excluded(), line.article()))
                .toList();
    }

    boolean isBelowMinimum() {
        BigDecimal sum = lines().stream().map(this::base).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.abs().compareTo(terms.bounds().minimumSale()) < 0;
    }

    BigDecimal base(PurchaseLine line) {
        BigDecimal amount = line.price().amount().getAmount();
        BigDecimal counted = terms.base().tax() == EarningTerms.Base.Tax.GROSS
                ? amount
                : amount.subtract(line.price().tax().getAmount());
        return purchase.currency().equals(club.place().currency())
                ? counted
                : counted.multiply(purchase.content().grounds().rate().rate());
    }

    /** What a rule would give a line without caps; a visit all of it. */
    BigDecimal alone(PointRule rule, PurchaseLine line) {
        PointRate rate = rule.reward().rate();
        BigDecimal counted = switch (rate.basis()) {
            case VISIT -> BigDecimal.ONE;
            case QUANTITY -> line.quantity().multiply(paidShare());
            case AMOUNT -> base(line).multiply(paidShare());
            case TENDER -> base(line).multiply(shareOf(rule.condition().where().tenders()));
        };
        return counted.multiply(rate.points()).divide(rate.per(), DIGITS);
    }

    BigDecimal paidShare() {
        BigDecimal worth = worth();
        boolean earns = terms.base().paidWithPoints() == EarningTerms.Base.PaidWithPoints.INCLUDE;
        BigDecimal points = earns ? BigDecimal.ZERO : paid(terms.base().pointTenders());
        if (worth.signum() <= 0 || points.signum() == 0) {
            return BigDecimal.ONE;
        }
        return worth.subtract(points).max(BigDecimal.ZERO).divide(worth, DIGITS);
    }

    private BigDecimal shareOf(Set<TenderType> tenders) {
        if (tenders.isEmpty()) {
            return paidShare();
        }
        BigDecimal worth = worth();
        return worth.signum() <= 0 ? BigDecimal.ZERO : paid(tenders).min(worth).divide(worth, DIGITS);
    }

    private BigDecimal worth() {
        BigDecimal worth = BigDecimal.ZERO;
        for (PurchaseLine line : purchase.lines()) {
            worth = line.returnOf() == null ? worth.add(line.price().amount().getAmount()) : worth;
        }
        return worth;
    }

    private BigDecimal paid(Set<TenderType> tenders) {
        BigDecimal paid = BigDecimal.ZERO;
        for (Tender tender : purchase.content().tenders()) {
            paid = tenders.contains(tender.type()) ? paid.add(tender.amount().getAmount()) : paid;
        }
        return paid;
    }
}
