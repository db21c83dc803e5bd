package org.openmembership.purchase;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;

/**
 * What was sold on a line, as far as rules can ask about it.
 *
 * @param sku the article
 * @param categories its category and those above it, the nearest first; a rule may name any of them
 * @param specialGroups further groups the host puts it in
 * @param promotion the promotion it was sold under, null where none
 */
public record Article(
        Sku sku,
        List<GroupCode> categories,
        Set<GroupCode> specialGroups,
        @Nullable PromotionCode promotion) {
    public static final int MAX_GROUPS = 10;

    public Article {
        categories = List.copyOf(categories);
        specialGroups = Set.copyOf(specialGroups);
        if (categories.size() > MAX_GROUPS || specialGroups.size() > MAX_GROUPS) {
            throw new IllegalArgumentException("an article has at most 10 categories and 10 special groups");
        }
    }

    public static Article of(String sku) {
        return new Article(Sku.of(sku), List.of(), Set.of(), null);
    }
}
