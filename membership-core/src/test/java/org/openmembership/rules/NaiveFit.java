package org.openmembership.rules;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.openmembership.club.Club;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRule;
import org.openmembership.club.Publication;
import org.openmembership.club.RuleChoice;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;

/** Tests every rule and every offer for every line, one after the other. */
final class NaiveFit {
    private final Club club;
    private final Purchase purchase;
    private final Earner earner;
    private final NaiveMeasure measure;

    NaiveFit(Club club, Purchase purchase, Earner earner, NaiveMeasure measure) {
        this.club = club;
        this.purchase = purchase;
        this.earner = earner;
        this.measure = measure;
    }

    List<PointRule> rules(PurchaseLine line) {
        List<PointRule> fitting = new ArrayList<>();
        for (PointRule rule : club.terms().earning().rules()) {
            if (rule.state() == Publication.PUBLISHED && fits(rule.choice(), rule.condition(), line)) {
                fitting.add(rule);
            }
        }
        fitting.sort(Comparator.comparing(PointRule::id));
        return club.terms().earning().policies().choice() == RuleChoice.MOST_SPECIFIC
                ? mostSpecific(fitting, line)
                : ofHighestPriority(fitting);
    }

    private static List<PointRule> ofHighestPriority(List<PointRule> fitting) {
        int highest = fitting.stream()
                .mapToInt(rule -> rule.choice().priority())
                .max()
                .orElse(0);
        return fitting.stream()
                .filter(rule -> rule.choice().priority() == highest)
                .toList();
    }

    /** Throws out, criterion by criterion, whatever is worse than another. */
    private List<PointRule> mostSpecific(List<PointRule> fitting, PurchaseLine line) {
        List<PointRule> left = best(fitting, rule -> {
            LineCondition.Who who = rule.condition().who();
            return who.accounts().isEmpty() ? who.priceGroups().isEmpty() ? 0 : 1 : 2;
        });
        left = best(left, rule -> closeness(rule.condition().what(), line.article()));
        if (!left.isEmpty() && isOfSpecialGroup(left.get(0))) {
            BigDecimal most = left.stream()
                    .map(rule -> measure.alone(rule, line).abs())
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            left = left.stream()
                    .filter(rule -> NaiveMeasure.same(measure.alone(rule, line).abs(), most))
                    .toList();
        }
        left = best(left, rule -> rule.condition().who().schemes().isEmpty() ? 0 : 1);
        left = best(left, rule -> {
            var from = rule.choice().validity().from();
            return from == null ? Long.MIN_VALUE : from.toEpochDay();
        });
        return left.isEmpty() ? left : left.subList(0, 1);
    }

    private static boolean isOfSpecialGroup(PointRule rule) {
        LineCondition.What what = rule.condition().what();
        return what.items().isEmpty()
                && what.promotions().isEmpty()
                && what.categories().isEmpty()
                && !what.specialGroups().isEmpty();
    }

    private static long closeness(LineCondition.What what, Article article) {
        if (!what.items().isEmpty() || !what.promotions().isEmpty()) {
            return 1_000;
        }
        for (int i = 0; i < article.categories().size(); i++) {
            if (what.categories().contains(article.categories().get(i))) {
                return 500L - i;
            }
        }
        return what.specialGroups().isEmpty() ? 0 : 1;
    }

    private interface Score {
        long of(PointRule rule);
    }

    private static List<PointRule> best(List<PointRule> rules, Score score) {
        long best = rules.stream().mapToLong(score::of).max().orElse(0);
        return rules.stream().filter(rule -> score.of(rule) == best).toList();
    }

    List<PointOffer> discounts(PurchaseLine line) {
        return offers(line).stream()
                .filter(offer -> offer.effect() instanceof PointOffer.Effect.DiscountFactor)
                .toList();
    }

    PointOffer offer(PurchaseLine line) {
        return offers(line).stream()
                .filter(offer -> !(offer.effect() instanceof PointOffer.Effect.DiscountFactor))
                .min(Comparator.comparingInt(
                                (PointOffer offer) -> -offer.choice().priority())
                        .thenComparing(PointOffer::id))
                .orElse(null);
    }

    private List<PointOffer> offers(PurchaseLine line) {
        return club.terms().earning().offers().stream()
                .filter(offer -> offer.state() == Publication.PUBLISHED)
                .filter(offer -> fits(offer.choice(), offer.condition(), line))
                .toList();
    }

    private boolean fits(PointRule.Choice choice, LineCondition condition, PurchaseLine line) {
        LocalDateTime local =
                LocalDateTime.ofInstant(purchase.purchasedAt(), club.place().zone());
        LineCondition.Least least = condition.least();
        return choice.validity().covers(local.toLocalDate())
                && isWhat(condition.what(), line.article())
                && !isExcept(condition.except(), line.article())
                && measure.base(line).abs().compareTo(least.amount()) >= 0
                && line.quantity().abs().compareTo(least.quantity()) >= 0
                && isWhere(condition.where(), local)
                && isWho(condition.who());
    }

    private static boolean isWhat(LineCondition.What what, Article article) {
        return (what.items().isEmpty() || what.items().contains(article.sku()))
                && allows(what.categories(), article.categories())
                && allows(what.specialGroups(), article.specialGroups())
                && (what.promotions().isEmpty()
                        || article.promotion() != null && what.promotions().contains(article.promotion()));
    }

    static boolean isExcept(LineCondition.What what, Article article) {
        return what.items().contains(article.sku())
                || article.categories().stream().anyMatch(what.categories()::contains)
                || article.specialGroups().stream().anyMatch(what.specialGroups()::contains)
                || article.promotion() != null && what.promotions().contains(article.promotion());
    }

    private boolean isWhere(LineCondition.Where where, LocalDateTime local) {
        return allows(where.stores(), List.of(purchase.place().store()))
                && allows(where.channels(), List.of(purchase.place().channel()))
                && allows(
                        where.tenders(),
                        purchase.content().tenders().stream().map(Tender::type).toList())
                && allows(where.currencies(), List.of(purchase.currency()))
                && allows(where.weekdays(), List.of(local.getDayOfWeek()))
                && isHour(where, local.toLocalTime());
    }

    private static boolean isHour(LineCondition.Where where, LocalTime time) {
        if (where.hours() == null) {
            return true;
        }
        long minute = time.toNanoOfDay();
        long from = where.hours().from().toNanoOfDay();
        long to = where.hours().to().toNanoOfDay();
        return from < to ? minute >= from && minute < to : !(minute >= to && minute < from);
    }

    private boolean isWho(LineCondition.Who who) {
        Purchase.Grounds grounds = purchase.content().grounds();
        return allows(who.schemes(), List.of(earner.scheme()))
                && allows(who.accounts(), List.of(earner.account()))
                && allows(who.priceGroups(), grounds.priceGroup() == null ? List.of() : List.of(grounds.priceGroup()))
                && allows(who.attributes(), grounds.attributes());
    }

    private static <T> boolean allows(Set<T> wanted, Iterable<T> actual) {
        boolean found = wanted.isEmpty();
        for (T value : actual) {
            found |= wanted.contains(value);
        }
        return found;
    }
}
