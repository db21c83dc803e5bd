package org.openmembership.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openmembership.club.LineCondition;
import org.openmembership.purchase.Article;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;

/**
 * Rules, or offers, filed so that a line meets only those that may fit it, however many there are.
 *
 * <p>Each is filed once, under the filter that usually says most: item, promotion, special group, category, or under none.
 * What else it asks is tested when a line meets it. Each file holds the highest priority first.
 */
final class RuleIndex<T> {
    private final ImmutableListMultimap<Sku, Candidate<T>> byItem;
    private final ImmutableListMultimap<PromotionCode, Candidate<T>> byPromotion;
    private final ImmutableListMultimap<GroupCode, Candidate<T>> byGroup;
    private final ImmutableListMultimap<GroupCode, Candidate<T>> byCategory;
    private final ImmutableList<Candidate<T>> ofAnyArticle;

    RuleIndex(Collection<Candidate<T>> candidates) {
        ImmutableListMultimap.Builder<Sku, Candidate<T>> items = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<PromotionCode, Candidate<T>> promotions = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<GroupCode, Candidate<T>> groups = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<GroupCode, Candidate<T>> categories = ImmutableListMultimap.builder();
        ImmutableList.Builder<Candidate<T>> others = ImmutableList.builder();
        candidates.stream().sorted(Candidate.highestPriorityFirst()).forEach(candidate -> {
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
    OfSale<T> of(SaleFacts sale) {
        Best<T> best = new Best<>(sale);
        for (Candidate<T> candidate : ofAnyArticle) {
            if (best.isBelow(candidate)) {
                break;
            }
            best.take(candidate);
        }
        return new OfSale<>(this, sale, best.found);
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

        /** All that fit an article at the highest priority at which any does, by id (A44). */
        List<T> best(Article article) {
            Best<T> best = new Best<>(sale);
            best.takeFitting(index.byItem.get(article.sku()), article);
            PromotionCode promotion = article.promotion();
            if (promotion != null) {
                best.takeFitting(index.byPromotion.get(promotion), article);
            }
            takeFitting(best, index.byGroup, article.specialGroups(), article);
            takeFitting(best, index.byCategory, article.categories(), article);
            ofAnyArticle.forEach(best::takeChecked);
            return best.items();
        }

        private static <T> void takeFitting(
                Best<T> best,
                ImmutableListMultimap<GroupCode, Candidate<T>> files,
                Collection<GroupCode> codes,
                Article article) {
            if (!files.isEmpty()) {
                codes.forEach(code -> best.takeFitting(files.get(code), article));
            }
        }
    }

    /** The candidates of the highest priority met so far. */
    private static final class Best<T> {
        private final SaleFacts sale;
        private final List<Candidate<T>> found = new ArrayList<>(2);

        private Best(SaleFacts sale) {
            this.sale = sale;
        }

        private boolean isBelow(Candidate<T> candidate) {
            return !found.isEmpty() && candidate.priority() < found.get(0).priority();
        }

        private void takeFitting(List<Candidate<T>> file, Article article) {
            for (Candidate<T> candidate : file) {
                if (isBelow(candidate)) {
                    return;
                }
                if (candidate.matches(article)) {
                    take(candidate);
                }
            }
        }

        private void take(Candidate<T> candidate) {
            if (candidate.matches(sale)) {
                takeChecked(candidate);
            }
        }

        private void takeChecked(Candidate<T> candidate) {
            if (isBelow(candidate)) {
                return;
            }
            if (!found.isEmpty() && candidate.priority() > found.get(0).priority()) {
                found.clear();
            }
            if (!found.contains(candidate)) {
                found.add(candidate);
            }
        }

        private List<T> items() {
            if (found.size() > 1) {
                found.sort(Candidate.highestPriorityFirst());
            }
            return found.stream().map(Candidate::item).toList();
        }
    }
}
