package org.openmembership.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointRule;
import org.openmembership.ledger.Explanation.Why;
import org.openmembership.purchase.Article;
import org.openmembership.shared.GroupCode;

/** Finds the most specific of the rules that fit a line (R34, R47). */
final class Specificity {
    private static final int EVERY_ARTICLE = 100;
    private static final int SPECIAL_GROUP = 99;

    private final Article article;
    private final Function<PointRule, Ratio> gives;

    /** @param gives what a rule would give the line, before its caps */
    Specificity(Article article, Function<PointRule, Ratio> gives) {
        this.article = article;
        this.gives = gives;
    }

    /** The one rule to use, or none; the others are noted. */
    List<Candidate<PointRule>> choose(List<Candidate<PointRule>> fitting, Passing passing) {
        if (fitting.size() <= 1) {
            return fitting;
        }
        Candidate<PointRule> best = fitting.stream().min(order()).orElseThrow();
        fitting.stream()
                .filter(candidate -> !candidate.equals(best))
                .forEach(candidate -> passing.note(candidate, Why.OUTRANKED));
        return List.of(best);
    }

    private Comparator<Candidate<PointRule>> order() {
        return Candidate.<PointRule>forFewestFirst()
                .thenComparingInt(candidate -> distance(candidate.what()))
                .thenComparing(this::pointsOfGroup, Comparator.reverseOrder())
                .thenComparing(Candidate.latestFirst());
    }

    /** How far a rule's articles are from this one: 0 for the item itself, then up its categories. */
    private int distance(LineCondition.What what) {
        if (!what.items().isEmpty() || !what.promotions().isEmpty()) {
            return 0;
        }
        if (!what.categories().isEmpty()) {
            return 1 + nearest(what.categories());
        }
        return what.specialGroups().isEmpty() ? EVERY_ARTICLE : SPECIAL_GROUP;
    }

    private int nearest(Set<GroupCode> named) {
        int index = 0;
        while (!named.contains(article.categories().get(index))) {
            index++;
        }
        return index;
    }

    private Ratio pointsOfGroup(Candidate<PointRule> candidate) {
        return distance(candidate.what()) == SPECIAL_GROUP
                ? gives.apply(candidate.item()).abs()
                : Ratio.ZERO;
    }
}
