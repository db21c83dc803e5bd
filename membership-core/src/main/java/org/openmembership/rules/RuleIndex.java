package org.openmembership.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openmembership.club.LineCondition;
import org.openmembership.ledger.Explanation.Why;
import org.openmembership.purchase.Article;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;

/**
 * Rules, or offers, filed so that a line meets only those that may fit it, however many there are.
 *
 * <p>Each is filed once, under the filter that usually says most: item, promotion, special group, category, or under none.
 * What else it asks is tested when a line meets it. Each file holds first what ranks first, as far as that does not depend on the
 * line.
 */
final class RuleIndex<T> {
    /** Which of those that fit a line stand behind others. */
    enum Ranking {
        /** All below the highest priority. */
        PRIORITY,
        /** All but one, but which depends on the line. */
        SPECIFICITY,
        /** None. */
        NONE
    }

    private final Ranking ranking;
    private final ImmutableListMultimap<Sku, Candidate<T>> byItem;
    private final ImmutableListMultimap<PromotionCode, Candidate<T>> byPromotion;
    private final ImmutableListMultimap<GroupCode, Candidate<T>> byGroup;
    private final ImmutableListMultimap<GroupCode, Candidate<T>> byCategory;
    private final ImmutableList<Candidate<T>> ofAnyArticle;

    RuleIndex(Ranking ranking, Collection<Candidate<T>> candidates) {
        this.ranking = ranking;
        ImmutableListMultimap.Builder<Sku, Candidate<T>> items = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<PromotionCode, Candidate<T>> promotions = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<GroupCode, Candidate<T>> groups = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<GroupCode, Candidate<T>> categories = ImmutableListMultimap.builder();
        ImmutableList.Builder<Candidate<T>> others = ImmutableList.builder();
        boolean byPriority = ranking == Ranking.PRIORITY;
        candidates.stream()
                .sorted(byPriority ? Candidate.highestPriorityFirst() : Candidate.mostSpecificFirst())
                .forEach(candidate -> {
                    LineCondition.What what = candidate.what();
                    if (!what.items().isEmpty()) {
                        what.items().forEach(item -> items.put(item, candidate));
                    } else if (!what.promotions().isEmpty()) {
                        what.promotions().forEach(promotion -> promotions.put(promotion, candidate));
                    } else if (!what.specialGroups().isEmpty()) {
                        what.specialGroups().forEach(group -> groups.put(group, candidate));
                    } else if (!what.categories().isEmpty()) {
                        what.categories().forEach(category -> categories.put(category, candidate));
                    } else {
                        others.add(candidate);
                    }
                });
        byItem = items.build();
        byPromotion = promotions.build();
        byGroup = groups.build();
        byCategory = categories.build();
        ofAnyArticle = others.build();
    }

    /** What fits the lines of one sale; those that ask nothing about the article are chosen here, once for all lines. */
    OfSale<T> of(SaleFacts sale, Passing passing) {
        List<Candidate<T>> standing = new ArrayList<>(2);
        Candidate<T> certain = null;
        for (Candidate<T> candidate : ofAnyArticle) {
            if (certain != null && isBelow(candidate, certain)) {
                passing.note(candidate, Why.OUTRANKED);
                continue;
            }
            Why misfit = sale.misfit(candidate.choice(), candidate.condition());
            if (misfit != null) {
                passing.note(candidate, misfit);
                continue;
            }
            standing.add(candidate);
            certain = certain == null && candidate.condition().isOfAnyLine() ? candidate : certain;
        }
        return new OfSale<>(this, sale, standing);
    }

    /** Whether it never counts beside one that stands before it in the same file. */
    private boolean isBelow(Candidate<T> candidate, Candidate<T> found) {
        return switch (ranking) {
            case PRIORITY -> candidate.priority() < found.priority();
            case SPECIFICITY -> true;
            case NONE -> false;
        };
    }

    /** The index as the lines of one sale see it. Not thread-safe. */
    static final class OfSale<T> {
        private final RuleIndex<T> index;
        private final SaleFacts sale;
        private final List<Candidate<T>> ofAnyArticle;

        private OfSale(RuleIndex<T> index, SaleFacts sale, List<Candidate<T>> ofAnyArticle) {
            this.index = index;
            this.sale = sale;
            this.ofAnyArticle = ofAnyArticle;
        }

        /**
         * All that fit a line, by priority and id: ranked by priority those at the highest at which any does (A44),
         * otherwise all.
         */
        List<Candidate<T>> fitting(LineFacts line, Passing passing) {
            Article article = line.article();
            Best<T> best = new Best<>(index.ranking, sale, line, passing);
            best.take(index.byItem.get(article.sku()));
            PromotionCode promotion = article.promotion();
            if (promotion != null) {
                best.take(index.byPromotion.get(promotion));
            }
            take(best, index.byGroup, article.specialGroups());
            take(best, index.byCategory, article.categories());
            best.takeStanding(ofAnyArticle);
            return best.items();
        }

        private static <T> void take(
                Best<T> best, ImmutableListMultimap<GroupCode, Candidate<T>> files, Collection<GroupCode> codes) {
            if (!files.isEmpty()) {
                codes.forEach(code -> best.take(files.get(code)));
            }
        }
    }

    /** The candidates of the highest priority met so far, or all of them where priorities do not count. */
    private static final class Best<T> {
        private final boolean byPriority;
        private final SaleFacts sale;
        private final LineFacts line;
        private final Passing passing;
        private final List<Candidate<T>> found = new ArrayList<>(2);

        private Best(Ranking ranking, SaleFacts sale, LineFacts line, Passing passing) {
            this.byPriority = ranking == Ranking.PRIORITY;
            this.sale = sale;
            this.line = line;
            this.passing = passing;
        }

        private boolean isBelow(Candidate<T> candidate) {
            return byPriority
                    && !found.isEmpty()
                    && candidate.priority() < found.get(0).priority();
        }

        private void take(List<Candidate<T>> file) {
            for (Candidate<T> candidate : file) {
                Why misfit = sale.misfit(candidate.choice(), candidate.condition());
                if (misfit == null) {
                    takeStanding(candidate);
                } else {
                    passing.note(candidate, misfit);
                }
            }
        }

        private void takeStanding(List<Candidate<T>> standing) {
            standing.forEach(this::takeStanding);
        }

        private void takeStanding(Candidate<T> candidate) {
            Why misfit = isBelow(candidate) ? Why.OUTRANKED : line.misfit(candidate.condition());
            if (misfit != null) {
                passing.note(candidate, misfit);
                return;
            }
            if (byPriority
                    && !found.isEmpty()
                    && candidate.priority() > found.get(0).priority()) {
                found.forEach(outranked -> passing.note(outranked, Why.OUTRANKED));
                found.clear();
            }
            if (!found.contains(candidate)) {
                found.add(candidate);
            }
        }

        private List<Candidate<T>> items() {
            if (found.size() > 1) {
                found.sort(Candidate.highestPriorityFirst());
            }
            return found;
        }
    }
}
