package org.openmembership.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.Publication;
import org.openmembership.club.RuleId;
import org.openmembership.club.SchemeId;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;

/** Tests every rule for every line, and calculates with far more digits than any result needs; knows no index and no fraction. */
final class NaiveEarning {
    static final MathContext DIGITS = new MathContext(80);

    private final Club club;
    private final Purchase purchase;
    private final SchemeId scheme;

    NaiveEarning(Club club, Purchase purchase, SchemeId scheme) {
        this.club = club;
        this.purchase = purchase;
        this.scheme = scheme;
    }

    List<PurchaseLine> lines() {
        return purchase.lines().stream().filter(line -> line.returnOf() == null).toList();
    }

    List<PointRule> rules(PurchaseLine line) {
        List<PointRule> fitting = new ArrayList<>();
        for (PointRule rule : club.terms().earning().rules()) {
            if (rule.state() == Publication.PUBLISHED && fits(rule.choice(), rule.condition(), line)) {
                fitting.add(rule);
            }
        }
        int highest = fitting.stream()
                .mapToInt(rule -> rule.choice().priority())
                .max()
                .orElse(0);
        return fitting.stream()
                .filter(rule -> rule.choice().priority() == highest)
                .sorted(Comparator.comparing(PointRule::id))
                .toList();
    }

    PointOffer offer(PurchaseLine line) {
        return club.terms().earning().offers().stream()
                .filter(offer -> offer.state() == Publication.PUBLISHED)
                .filter(offer -> fits(offer.choice(), offer.condition(), line))
                .max(Comparator.comparingInt(
                                (PointOffer offer) -> offer.choice().priority())
                        .thenComparing(
                                PointOffer::id,
                                Comparator.<RuleId>naturalOrder().reversed()))
                .orElse(null);
    }

    /** The sale's points by kind, nearly exact. */
    Map<PointKind, BigDecimal> totals() {
        Map<PointKind, BigDecimal> totals = new EnumMap<>(PointKind.class);
        BigDecimal base = lines().stream().map(this::base).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (base.abs().compareTo(club.terms().earning().bounds().minimumSale()) < 0) {
            return totals;
        }
        List<PointRule> visited = new ArrayList<>();
        for (PurchaseLine line : lines()) {
            lineTotals(line)
                    .forEach((kind, points) ->
                            totals.merge(kind, points.multiply(paidShare(), DIGITS), BigDecimal::add));
            if (line.quantity().signum() >= 0) {
                rules(line).stream()
                        .filter(rule -> rule.reward().rate().basis() == PointRate.Basis.VISIT)
                        .filter(rule -> !visited.contains(rule))
                        .forEach(visited::add);
            }
        }
        for (PointRule rule : visited) {
            PointRate rate = rule.reward().rate();
            totals.merge(rule.reward().kind(), rate.points().divide(rate.per(), DIGITS), BigDecimal::add);
        }
        return totals;
    }

    private Map<PointKind, BigDecimal> lineTotals(PurchaseLine line) {
        Map<PointKind, BigDecimal> totals = new EnumMap<>(PointKind.class);
        for (PointRule rule : rules(line)) {
            PointRate rate = rule.reward().rate();
            if (rate.basis() != PointRate.Basis.VISIT) {
                BigDecimal counted = rate.basis() == PointRate.Basis.AMOUNT ? base(line) : line.quantity();
                totals.merge(
                        rule.reward().kind(),
                        counted.multiply(rate.points()).divide(rate.per(), DIGITS),
                        BigDecimal::add);
            }
        }
        PointOffer offer = offer(line);
        if (offer != null) {
            apply(offer.effect(), line.quantity(), totals);
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

    private BigDecimal base(PurchaseLine line) {
        BigDecimal amount = line.price().amount().getAmount();
        return club.terms().earning().base().tax() == EarningTerms.Base.Tax.GROSS
                ? amount
                : amount.subtract(line.price().tax().getAmount());
    }

    private BigDecimal paidShare() {
        BigDecimal worth = BigDecimal.ZERO;
        for (PurchaseLine line : lines()) {
            worth = worth.add(line.price().amount().getAmount());
        }
        BigDecimal points = BigDecimal.ZERO;
        for (Tender tender : purchase.content().tenders()) {
            boolean counts = club.terms().earning().base().pointTenders().contains(tender.type());
            points = counts ? points.add(tender.amount().getAmount()) : points;
        }
        if (worth.signum() <= 0 || points.signum() == 0) {
            return BigDecimal.ONE;
        }
        return worth.subtract(points).max(BigDecimal.ZERO).divide(worth, DIGITS);
    }

    private boolean fits(PointRule.Choice choice, LineCondition condition, PurchaseLine line) {
        LocalDate day = club.businessDate(purchase.purchasedAt());
        LineCondition.What what = condition.what();
        LineCondition.Where where = condition.where();
        return choice.validity().covers(day)
                && (what.items().isEmpty()
                        || what.items().contains(line.article().sku()))
                && (what.categories().isEmpty()
                        || line.article().categories().stream().anyMatch(what.categories()::contains))
                && (what.specialGroups().isEmpty()
                        || line.article().specialGroups().stream().anyMatch(what.specialGroups()::contains))
                && (what.promotions().isEmpty()
                        || line.article().promotion() != null
                                && what.promotions().contains(line.article().promotion()))
                && (where.stores().isEmpty()
                        || where.stores().contains(purchase.place().store()))
                && (where.channels().isEmpty()
                        || where.channels().contains(purchase.place().channel()))
                && (where.tenders().isEmpty()
                        || purchase.content().tenders().stream()
                                .anyMatch(tender -> where.tenders().contains(tender.type())))
                && (where.weekdays().isEmpty() || where.weekdays().contains(day.getDayOfWeek()))
                && (where.schemes().isEmpty() || where.schemes().contains(scheme));
    }
}
