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

/** Collects the filters of a {@link LineCondition}; what is not set matches anything. Not thread-safe. */
public final class LineConditionBuilder {
    private Set<Sku> items = Set.of();
    private Set<GroupCode> categories = Set.of();
    private Set<GroupCode> specialGroups = Set.of();
    private Set<PromotionCode> promotions = Set.of();
    private Set<StoreCode> stores = Set.of();
    private Set<Channel> channels = Set.of();
    private Set<TenderType> tenders = Set.of();
    private Set<CurrencyUnit> currencies = Set.of();
    private Set<DayOfWeek> weekdays = Set.of();
    private Set<SchemeId> schemes = Set.of();
    private Set<RuleAccount> accounts = Set.of();
    private Set<PriceGroup> priceGroups = Set.of();
    private Set<AttributeCode> attributes = Set.of();
    private LineCondition.What except = LineCondition.What.NOTHING;
    private LineCondition.Least least = LineCondition.Least.NOTHING;
    private @Nullable TimeWindow hours;

    LineConditionBuilder() {}

    public LineConditionBuilder items(Set<Sku> values) {
        items = values;
        return this;
    }

    public LineConditionBuilder categories(Set<GroupCode> values) {
        categories = values;
        return this;
    }

    public LineConditionBuilder specialGroups(Set<GroupCode> values) {
        specialGroups = values;
        return this;
    }

    public LineConditionBuilder promotions(Set<PromotionCode> values) {
        promotions = values;
        return this;
    }

    public LineConditionBuilder stores(Set<StoreCode> values) {
        stores = values;
        return this;
    }

    public LineConditionBuilder channels(Set<Channel> values) {
        channels = values;
        return this;
    }

    public LineConditionBuilder tenders(Set<TenderType> values) {
        tenders = values;
        return this;
    }

    public LineConditionBuilder currencies(Set<CurrencyUnit> values) {
        currencies = values;
        return this;
    }

    public LineConditionBuilder weekdays(Set<DayOfWeek> values) {
        weekdays = values;
        return this;
    }

    public LineConditionBuilder schemes(Set<SchemeId> values) {
        schemes = values;
        return this;
    }

    public LineConditionBuilder accounts(Set<RuleAccount> values) {
        accounts = values;
        return this;
    }

    public LineConditionBuilder priceGroups(Set<PriceGroup> values) {
        priceGroups = values;
        return this;
    }

    public LineConditionBuilder attributes(Set<AttributeCode> values) {
        attributes = values;
        return this;
    }

    public LineConditionBuilder except(LineCondition.What articles) {
        except = articles;
        return this;
    }

    public LineConditionBuilder least(String amount, String quantity) {
        least = new LineCondition.Least(new BigDecimal(amount), new BigDecimal(quantity));
        return this;
    }

    public LineConditionBuilder hours(TimeWindow window) {
        hours = window;
        return this;
    }

    public LineCondition build() {
        return new LineCondition(
                new LineCondition.What(items, categories, specialGroups, promotions),
                except,
                least,
                new LineCondition.Where(stores, channels, tenders, currencies, weekdays, hours),
                new LineCondition.Who(schemes, accounts, priceGroups, attributes));
    }
}
