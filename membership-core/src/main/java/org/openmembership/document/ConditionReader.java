package org.openmembership.document;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.openmembership.club.LineCondition;
import org.openmembership.club.LineCondition.Least;
import org.openmembership.club.LineCondition.What;
import org.openmembership.club.RuleAccount;
import org.openmembership.club.SchemeId;
import org.openmembership.club.TimeWindow;
import org.openmembership.shared.AttributeCode;
import org.openmembership.shared.Channel;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.PriceGroup;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TenderType;

/** Reads the object {@code when} of rules and offers. */
final class ConditionReader {
    /** Articles named by what they are. */
    static final Format<What> WHAT = Format.object(ConditionReader::what);

    private static final Format<LocalTime> TIME = Format.text("a time of day such as 17:30", LocalTime::parse);
    private static final Format<TimeWindow> HOURS = Format.object(ConditionReader::hours);

    private final Format<SchemeId> ownScheme;

    ConditionReader(Format<SchemeId> ownScheme) {
        this.ownScheme = ownScheme;
    }

    Part<LineCondition> read(Fields rule) {
        return rule.optional("when", Format.object(this::filters), LineCondition.ANY);
    }

    private Part<LineCondition> filters(Fields fields) {
        Part<What> what = what(fields);
        Part<What> except = fields.optional("except", WHAT, What.NOTHING);
        Part<BigDecimal> amount = fields.optional("leastAmount", Format.notNegative(), BigDecimal.ZERO);
        Part<BigDecimal> quantity = fields.optional("leastQuantity", Format.notNegative(), BigDecimal.ZERO);
        Part<LineCondition.Where> where = where(fields);
        Part<LineCondition.Who> who = who(fields);
        return fields.made(
                () -> new LineCondition(
                        what.get(), except.get(), new Least(amount.get(), quantity.get()), where.get(), who.get()),
                what,
                except,
                amount,
                quantity,
                where,
                who);
    }

    private static Part<What> what(Fields fields) {
        Part<Set<Sku>> items = fields.optional("items", codes(Sku::of), Set.of());
        Part<Set<GroupCode>> categories = fields.optional("categories", codes(GroupCode::of), Set.of());
        Part<Set<GroupCode>> groups = fields.optional("specialGroups", codes(GroupCode::of), Set.of());
        Part<Set<PromotionCode>> promotions = fields.optional("promotions", codes(PromotionCode::of), Set.of());
        return fields.made(
                () -> new What(items.get(), categories.get(), groups.get(), promotions.get()),
                items,
                categories,
                groups,
                promotions);
    }

    private static Part<LineCondition.Where> where(Fields fields) {
        Part<Set<StoreCode>> stores = fields.optional("stores", codes(StoreCode::of), Set.of());
        Part<Set<Channel>> channels = fields.optional("channels", codes(Channel::of), Set.of());
        Part<Set<TenderType>> tenders = fields.optional("tenders", codes(TenderType::of), Set.of());
        Part<Set<CurrencyUnit>> currencies = fields.optional("currencies", Format.set(ClubReader.CURRENCY), Set.of());
        Part<Set<DayOfWeek>> weekdays =
                fields.optional("weekdays", Format.set(Format.choice(DayOfWeek.class)), Set.of());
        Part<TimeWindow> hours = fields.nullable("hours", HOURS);
        return fields.made(
                () -> new LineCondition.Where(
                        stores.get(), channels.get(), tenders.get(), currencies.get(), weekdays.get(), hours.value()),
                stores,
                channels,
                tenders,
                currencies,
                weekdays,
                hours);
    }

    private static Part<TimeWindow> hours(Fields fields) {
        Part<LocalTime> from = fields.required("from", TIME);
        Part<LocalTime> to = fields.required("to", TIME);
        return fields.made(() -> new TimeWindow(from.get(), to.get()), from, to);
    }

    private Part<LineCondition.Who> who(Fields fields) {
        Part<Set<SchemeId>> schemes = fields.optional("schemes", Format.set(ownScheme), Set.of());
        Part<Set<RuleAccount>> accounts = fields.optional("accounts", codes(RuleAccount::of), Set.of());
        Part<Set<PriceGroup>> prices = fields.optional("priceGroups", codes(PriceGroup::of), Set.of());
        Part<Set<AttributeCode>> attributes = fields.optional("attributes", codes(AttributeCode::of), Set.of());
        return fields.made(
                () -> new LineCondition.Who(schemes.get(), accounts.get(), prices.get(), attributes.get()),
                schemes,
                accounts,
                prices,
                attributes);
    }

    static <T> Format<Set<T>> codes(Function<String, T> noun) {
        return Format.set(Format.code(noun));
    }
}
