package org.openmembership.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRule;
import org.openmembership.club.RuleId;
import org.openmembership.purchase.Article;
import org.openmembership.shared.PromotionCode;

/** A rule or an offer as far as choosing among them goes. */
record Candidate<T>(T item, RuleId id, PointRule.Choice choice, LineCondition condition) {
    static <T> Comparator<Candidate<T>> highestPriorityFirst() {
        return Comparator.comparingInt((Candidate<T> candidate) -> candidate.priority())
                .reversed()
                .thenComparing(Candidate::id);
    }

    static Candidate<PointRule> of(PointRule rule) {
        return new Candidate<>(rule, rule.id(), rule.choice(), rule.condition());
    }

    static Candidate<PointOffer> of(PointOffer offer) {
        return new Candidate<>(offer, offer.id(), offer.choice(), offer.condition());
    }

    int priority() {
        return choice.priority();
    }

    LineCondition.What what() {
        return condition.what();
    }

    boolean matches(SaleFacts sale) {
        return sale.fit(choice, condition.where());
    }

    boolean matches(Article article) {
        LineCondition.What what = condition.what();
        return (what.items().isEmpty() || what.items().contains(article.sku()))
                && anyOf(what.categories(), article.categories())
                && anyOf(what.specialGroups(), article.specialGroups())
                && isOn(what.promotions(), article);
    }

    private static boolean isOn(Set<PromotionCode> wanted, Article article) {
        PromotionCode promotion = article.promotion();
        return wanted.isEmpty() || promotion != null && wanted.contains(promotion);
    }

    private static <C> boolean anyOf(Set<C> wanted, Collection<C> actual) {
        return wanted.isEmpty() || actual.stream().anyMatch(wanted::contains);
    }
}
