package org.openmembership.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.EarningTerms.Base.PaidWithPoints;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.TenderType;

/** What of a sale counts for points: which lines, how much of each, and how much of that its tenders leave (R33). */
final class SaleMeasure {
    private static final Ratio WHOLE = Ratio.of(BigDecimal.ONE);

    private final EarningTerms terms;
    private final Purchase purchase;
    private final List<LineFacts> lines = new ArrayList<>();
    private final List<PurchaseLine> excluded = new ArrayList<>();
    private final BigDecimal worth;
    private final BigDecimal counted;
    private final Ratio paidShare;

    SaleMeasure(Club club, Purchase purchase, BigDecimal rate) {
        this.terms = club.terms().earning();
        this.purchase = purchase;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal base = BigDecimal.ZERO;
        for (PurchaseLine line : purchase.lines()) {
            if (line.returnOf() != null) {
                continue;
            }
            sum = sum.add(line.amount().getAmount());
            if (LineFacts.isNamed(terms.base().excluded(), line.article())) {
                excluded.add(line);
            } else {
                LineFacts facts = new LineFacts(line, base(line, rate));
                lines.add(facts);
                base = base.add(facts.base());
            }
        }
        this.worth = sum;
        this.counted = base;
        this.paidShare = shareNotPaidWithPoints();
    }

    private BigDecimal base(PurchaseLine line, BigDecimal rate) {
        boolean gross = terms.base().tax() == EarningTerms.Base.Tax.GROSS;
        BigDecimal amount =
                gross ? line.amount().getAmount() : line.price().net().getAmount();
        return rate.compareTo(BigDecimal.ONE) == 0 ? amount : amount.multiply(rate);
    }

    /** Those that can earn. */
    List<LineFacts> lines() {
        return lines;
    }

    /** Those of a sort that never earns. */
    List<PurchaseLine> excluded() {
        return excluded;
    }

    /** The sum of all bases. */
    BigDecimal counted() {
        return counted;
    }

    boolean isBelowMinimum() {
        return counted.abs().compareTo(terms.bounds().minimumSale()) < 0;
    }

    /** The part of the sale that earns, as far as it was paid with points: from nothing to all. */
    Ratio paidShare() {
        return paidShare;
    }

    /** What a rule gives a line, before its caps; a visit gives nothing to a line by itself. */
    Ratio given(PointRule rule, LineFacts line) {
        PointRate rate = rule.reward().rate();
        return switch (rate.basis()) {
            case AMOUNT -> at(rate, line.base()).times(paidShare);
            case QUANTITY -> at(rate, line.line().quantity()).times(paidShare);
            case TENDER ->
                at(rate, line.base()).times(shareOf(rule.condition().where().tenders()));
            case VISIT -> Ratio.ZERO;
        };
    }

    private static Ratio at(PointRate rate, BigDecimal counted) {
        return Ratio.of(counted.multiply(rate.points())).dividedBy(Ratio.of(rate.per()));
    }

    private Ratio shareNotPaidWithPoints() {
        boolean isIncluded = terms.base().paidWithPoints() == PaidWithPoints.INCLUDE;
        BigDecimal paid = isIncluded ? BigDecimal.ZERO : paidWith(terms.base().pointTenders());
        if (paid.signum() == 0 || worth.signum() != paid.signum()) {
            return WHOLE;
        }
        BigDecimal rest = worth.subtract(paid);
        return rest.signum() == worth.signum() ? Ratio.of(rest).dividedBy(Ratio.of(worth)) : Ratio.ZERO;
    }

    /** The part of the sale that these tenders paid for: from nothing to all. */
    private Ratio shareOf(Set<TenderType> tenders) {
        if (tenders.isEmpty()) {
            return paidShare;
        }
        BigDecimal paid = paidWith(tenders);
        if (paid.signum() == 0 || worth.signum() != paid.signum()) {
            return Ratio.ZERO;
        }
        return paid.abs().compareTo(worth.abs()) >= 0 ? WHOLE : Ratio.of(paid).dividedBy(Ratio.of(worth));
    }

    private BigDecimal paidWith(Set<TenderType> tenders) {
        BigDecimal paid = BigDecimal.ZERO;
        for (Tender tender : purchase.content().tenders()) {
            if (tenders.contains(tender.type())) {
                paid = paid.add(tender.amount().getAmount());
            }
        }
        return paid;
    }
}
