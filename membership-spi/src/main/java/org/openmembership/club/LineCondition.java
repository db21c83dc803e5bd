package org.openmembership.club;

import java.time.DayOfWeek;
import java.util.Set;
import org.openmembership.shared.Channel;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TenderType;

/**
 * What a line of a sale must be for a rule or an offer to match: every filter that has values must hold one of them (A43).
 *
 * @param what the article side: items, categories, special groups, promotion codes of the line
 * @param where the sale's side: stores, channels, tenders used, weekdays, schemes of the account
 */
public record LineCondition(What what, Where where) {
    public static final LineCondition ANY = builder().build();

    /**
     * Filters on the article.
     *
     * @param categories matches a line whose category, or any category above it, is named
     */
    public record What(
            Set<Sku> items, Set<GroupCode> categories, Set<GroupCode> specialGroups, Set<PromotionCode> promotions) {
        public What {
            items = Set.copyOf(items);
            categories = Set.copyOf(categories);
            specialGroups = Set.copyOf(specialGroups);
            promotions = Set.copyOf(promotions);
        }
    }

    /** Filters on the sale and the account; a tender matches when any part of the sale was paid with it. */
    public record Where(
            Set<StoreCode> stores,
            Set<Channel> channels,
            Set<TenderType> tenders,
            Set<DayOfWeek> weekdays,
            Set<SchemeId> schemes) {
        public Where {
            stores = Set.copyOf(stores);
            channels = Set.copyOf(channels);
            tenders = Set.copyOf(tenders);
            weekdays = Set.copyOf(weekdays);
            schemes = Set.copyOf(schemes);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects filters; what is not set matches anything. Not thread-safe. */
    public static final class Builder {
        private Set<Sku> items = Set.of();
        private Set<GroupCode> categories = Set.of();
        private Set<GroupCode> specialGroups = Set.of();
        private Set<PromotionCode> promotions = Set.of();
        private Set<StoreCode> stores = Set.of();
        private Set<Channel> channels = Set.of();
        private Set<TenderType> tenders = Set.of();
        private Set<DayOfWeek> weekdays = Set.of();
        private Set<SchemeId> schemes = Set.of();

        private Builder() {}

        public Builder items(Set<Sku> values) {
            items = values;
            return this;
        }

        public Builder categories(Set<GroupCode> values) {
            categories = values;
            return this;
        }

        public Builder specialGroups(Set<GroupCode> values) {
            specialGroups = values;
            return this;
        }

        public Builder promotions(Set<PromotionCode> values) {
            promotions = values;
            return this;
        }

        public Builder stores(Set<StoreCode> values) {
            stores = values;
            return this;
        }

        public Builder channels(Set<Channel> values) {
            channels = values;
            return this;
        }

        public Builder tenders(Set<TenderType> values) {
            tenders = values;
            return this;
        }

        public Builder weekdays(Set<DayOfWeek> values) {
            weekdays = values;
            return this;
        }

        public Builder schemes(Set<SchemeId> values) {
            schemes = values;
            return this;
        }

        public LineCondition build() {
            return new LineCondition(
                    new What(items, categories, specialGroups, promotions),
                    new Where(stores, channels, tenders, weekdays, schemes));
        }
    }
}
