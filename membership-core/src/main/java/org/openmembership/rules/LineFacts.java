package org.openmembership.rules;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.LineCondition;
import org.openmembership.ledger.Explanation.Why;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.PromotionCode;

/**
 * What rules can ask about one line.
 *
 * @param base what the club counts of its amount, in the club's currency
 */
record LineFacts(PurchaseLine line, BigDecimal base) {
    Article article() {
        return line.article();
    }

    int number() {
        return line.number();
    }

    /** Why a condition does not hold for the line, null where it does. */
    @Nullable
    Why misfit(LineCondition condition) {
        LineCondition.What what = condition.what();
        Article article = line.article();
        boolean fits = (what.items().isEmpty() || what.items().contains(article.sku()))
                && (what.categories().isEmpty() || anyOf(what.categories(), article.categories()))
                && (what.specialGroups().isEmpty() || anyOf(what.specialGroups(), article.specialGroups()))
                && (what.promotions().isEmpty() || isOn(what, article));
        if (!fits) {
            return Why.ARTICLE;
        }
        if (isNamed(condition.except(), article)) {
            return Why.EXCEPTED;
        }
        return reaches(condition.least()) ? null : Why.TOO_LITTLE;
    }

    /** Whether any filter holds for an article; without filters none does. */
    static boolean isNamed(LineCondition.What what, Article article) {
        return !what.isEmpty()
                && (what.items().contains(article.sku())
                        || anyOf(what.categories(), article.categories())
                        || anyOf(what.specialGroups(), article.specialGroups())
                        || isOn(what, article));
    }

    private boolean reaches(LineCondition.Least least) {
        return least.equals(LineCondition.Least.NOTHING)
                || base.abs().compareTo(least.amount()) >= 0
                        && line.quantity().abs().compareTo(least.quantity()) >= 0;
    }

    private static boolean isOn(LineCondition.What what, Article article) {
        PromotionCode promotion = article.promotion();
        return promotion != null && what.promotions().contains(promotion);
    }

    private static <C> boolean anyOf(Set<C> wanted, Collection<C> actual) {
        if (!wanted.isEmpty()) {
            for (C code : actual) {
                if (wanted.contains(code)) {
                    return true;
                }
            }
        }
        return false;
    }
}
