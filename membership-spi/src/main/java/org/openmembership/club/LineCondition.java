package org.openmembership.club;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.AttributeCode;
import org.openmembership.shared.Channel;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.PriceGroup;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TenderType;

/**
 * What a line of a sale must be for a rule or an offer to match: every filter that has values must hold one of them (A43).
 *
 * @param what the article must be
 * @param except articles that never match, whatever else they are: one filter that holds is enough
 * @param least how much the line must come to
 * @param where the sale's side
 * @param who the buyer's side
 */
public record LineCondition(What what, What except, Least least, Where where, Who who) {
    public static final LineCondition ANY = builder().build();

    /**
     * Filters on the article.
     *
     * @param categories matches a line whose category, or any category above it, is named
     */
    public record What(
            Set<Sku> items, Set<GroupCode> categories, Set<GroupCode> specialGroups, Set<PromotionCode> promotions) {
        public static final What NOTHING = new What(Set.of(), Set.of(), Set.of(), Set.of());

        public What {
            items = Set.copyOf(items);
            categories = Set.copyOf(categories);
            specialGroups = Set.copyOf(specialGroups);
            promotions = Set.copyOf(promotions);
        }

        public boolean isEmpty() {
            return equals(NOTHING);
        }
    }

    /**
     * What a line must reach; a return that names no original counts without its sign (B25).
     *
     * @param amount of what the club counts of a line; zero asks nothing
     * @param quantity zero asks nothing
     */
    public record Least(BigDecimal amount, BigDecimal quantity) {
        public static final Least NOTHING = new Least(BigDecimal.ZERO, BigDecimal.ZERO);

        public Least {
            amount = Decimals.notNegative("least amount", amount);
            quantity = Decimals.notNegative("least quantity", quantity);
        }
    }

    /**
     * Filters on the sale.
     *
     * @param tenders match when any part of the sale was paid with one
     * @param currencies in which it was made
     * @param weekdays by the club's calendar
     * @param hours by the club's clock, null for the whole day
     */
    public record Where(
            Set<StoreCode> stores,
            Set<Channel> channels,
            Set<TenderType> tenders,
            Set<CurrencyUnit> currencies,
            Set<DayOfWeek> weekdays,
            @Nullable TimeWindow hours) {
        public Where {
            stores = Set.copyOf(stores);
            channels = Set.copyOf(channels);
            tenders = Set.copyOf(tenders);
            currencies = Set.copyOf(currencies);
            weekdays = Set.copyOf(weekdays);
        }
    }

    /**
     * Filters on the buyer (B25, B58).
     *
     * @param schemes the account must hold one
     * @param accounts named one by one
     * @param priceGroups at which the sale was made
     * @param attributes the buyer must have one
     */
    public record Who(
            Set<SchemeId> schemes,
            Set<RuleAccount> accounts,
            Set<PriceGroup> priceGroups,
            Set<AttributeCode> attributes) {
        public Who {
            schemes = Set.copyOf(schemes);
            accounts = Set.copyOf(accounts);
            priceGroups = Set.copyOf(priceGroups);
            attributes = Set.copyOf(attributes);
        }
    }

    /** Whether it asks nothing of a line, so that it matches all lines of a sale or none. */
    public boolean isOfAnyLine() {
        return what.isEmpty() && except.isEmpty() && least.equals(Least.NOTHING);
    }

    public static LineConditionBuilder builder() {
        return new LineConditionBuilder();
    }
}
