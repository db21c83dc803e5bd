package org.openmembership.document;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.EarningTerms.Base;
import org.openmembership.club.EarningTerms.Bounds;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.Publication;
import org.openmembership.club.RuleId;
import org.openmembership.club.SchemeId;
import org.openmembership.club.Validity;
import org.openmembership.shared.Channel;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.Points;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TenderType;

/** Reads how a club hands out points: rules, offers, and the object {@code earning}. */
final class EarningReader {
    private static final Format<LocalDate> DAY = Format.text("a day such as 2026-12-31", LocalDate::parse);
    private static final Format<Duration> DURATION = Format.text("a duration such as P1D or PT12H", Duration::parse);

    enum EffectKind {
        FACTOR,
        ADDITIONAL_PER_UNIT,
        REPLACEMENT_PER_UNIT
    }

    private final Set<RuleId> ids = new HashSet<>();
    private final Format<SchemeId> ownScheme;

    EarningReader(Format<SchemeId> ownScheme) {
        this.ownScheme = ownScheme;
    }

    /** Reads the members {@code rules}, {@code offers} and {@code earning} of a club. */
    Part<EarningTerms> read(Fields club) {
        Part<List<PointRule>> rules = club.optional("rules", Format.list(Format.object(this::rule)), List.of());
        Part<List<PointOffer>> offers = club.optional("offers", Format.list(Format.object(this::offer)), List.of());
        Part<EarningTerms> terms = club.optional("earning", Format.object(EarningReader::terms), EarningTerms.NOTHING);
        return club.made(
                () -> new EarningTerms(
                        rules.get(),
                        offers.get(),
                        terms.get().base(),
                        terms.get().bounds()),
                rules,
                offers,
                terms);
    }

    private static Part<EarningTerms> terms(Fields fields) {
        Part<Base.Tax> tax = fields.optional("tax", Format.choice(Base.Tax.class), Base.DEFAULT.tax());
        Part<Set<TenderType>> pointTenders =
                fields.optional("pointTenders", codes(TenderType::of), Base.DEFAULT.pointTenders());
        Part<BigDecimal> minimum = fields.optional("minimumSale", Format.notNegative(), Bounds.DEFAULT.minimumSale());
        Part<Duration> early = fields.optional("maxEarly", DURATION, Bounds.DEFAULT.maxEarly());
        Part<Duration> late = fields.optional("maxLate", DURATION, Bounds.DEFAULT.maxLate());
        return fields.made(
                () -> new EarningTerms(
                        List.of(),
                        List.of(),
                        new Base(tax.get(), pointTenders.get()),
                        new Bounds(minimum.get(), early.get(), late.get())),
                tax,
                pointTenders,
                minimum,
                early,
                late);
    }

    private Part<PointRule> rule(Fields fields) {
        Part<RuleId> id = fields.required("id", Format.code(RuleId::of).once(ids));
        Part<Publication> state = state(fields);
        Part<PointRule.Choice> choice = choice(fields);
        Part<LineCondition> condition = condition(fields);
        Part<PointRate> rate = rate(fields);
        Part<PointKind> kind = fields.optional("pointKind", Format.choice(PointKind.class), PointKind.AWARD);
        return fields.made(
                () -> new PointRule(
                        id.get(),
                        state.get(),
                        choice.get(),
                        condition.get(),
                        new PointRule.Reward(rate.get(), kind.get())),
                id,
                state,
                choice,
                condition,
                rate,
                kind);
    }

    private static Part<PointRate> rate(Fields fields) {
        Part<PointRate.Basis> basis =
                fields.optional("basis", Format.choice(PointRate.Basis.class), PointRate.Basis.AMOUNT);
        Part<BigDecimal> points = fields.required("points", Format.notNegative());
        Part<BigDecimal> per = fields.optional(
                "per", Format.decimal(6).accepting(value -> value.signum() > 0, "must be above zero"), BigDecimal.ONE);
        return fields.made(() -> new PointRate(basis.get(), points.get(), per.get()), basis, points, per);
    }

    private Part<PointOffer> offer(Fields fields) {
        Part<RuleId> id = fields.required("id", Format.code(RuleId::of).once(ids));
        Part<Publication> state = state(fields);
        Part<PointRule.Choice> choice = choice(fields);
        Part<LineCondition> condition = condition(fields);
        Part<PointOffer.Effect> effect = fields.required("effect", Format.object(EarningReader::effect));
        return fields.made(
                () -> new PointOffer(id.get(), state.get(), choice.get(), condition.get(), effect.get()),
                id,
                state,
                choice,
                condition,
                effect);
    }

    private static Part<PointOffer.Effect> effect(Fields fields) {
        Part<EffectKind> kind = fields.required("kind", Format.choice(EffectKind.class));
        if (!kind.isWhole()) {
            fields.acceptRest();
            return Part.faulty();
        }
        if (kind.get() == EffectKind.FACTOR) {
            Part<BigDecimal> factor = fields.required("factor", Format.notNegative());
            return fields.made(() -> new PointOffer.Effect.Factor(factor.get()), factor);
        }
        Part<Points> points = fields.required("points", Format.points());
        boolean adds = kind.get() == EffectKind.ADDITIONAL_PER_UNIT;
        return fields.made(
                () -> adds
                        ? new PointOffer.Effect.AdditionalPerUnit(points.get())
                        : new PointOffer.Effect.ReplacementPerUnit(points.get()),
                points);
    }

    private static Part<Publication> state(Fields fields) {
        return fields.optional("state", Format.choice(Publication.class), Publication.PUBLISHED);
    }

    private static Part<PointRule.Choice> choice(Fields fields) {
        Part<Integer> priority = fields.optional("priority", Format.integer(), 0);
        Part<LocalDate> from = fields.nullable("from", DAY);
        Part<LocalDate> to = fields.nullable("to", DAY);
        Part<Validity> validity = fields.made(() -> new Validity(from.value(), to.value()), from, to);
        return fields.made(() -> new PointRule.Choice(priority.get(), validity.get()), priority, validity);
    }

    private Part<LineCondition> condition(Fields fields) {
        return fields.optional("when", Format.object(this::filters), LineCondition.ANY);
    }

    private Part<LineCondition> filters(Fields fields) {
        Part<LineCondition.What> what = what(fields);
        Part<LineCondition.Where> where = where(fields);
        return fields.made(() -> new LineCondition(what.get(), where.get()), what, where);
    }

    private static Part<LineCondition.What> what(Fields fields) {
        Part<Set<Sku>> items = fields.optional("items", codes(Sku::of), Set.of());
        Part<Set<GroupCode>> categories = fields.optional("categories", codes(GroupCode::of), Set.of());
        Part<Set<GroupCode>> groups = fields.optional("specialGroups", codes(GroupCode::of), Set.of());
        Part<Set<PromotionCode>> promotions = fields.optional("promotions", codes(PromotionCode::of), Set.of());
        return fields.made(
                () -> new LineCondition.What(items.get(), categories.get(), groups.get(), promotions.get()),
                items,
                categories,
                groups,
                promotions);
    }

    private Part<LineCondition.Where> where(Fields fields) {
        Part<Set<StoreCode>> stores = fields.optional("stores", codes(StoreCode::of), Set.of());
        Part<Set<Channel>> channels = fields.optional("channels", codes(Channel::of), Set.of());
        Part<Set<TenderType>> tenders = fields.optional("tenders", codes(TenderType::of), Set.of());
        Part<Set<DayOfWeek>> weekdays =
                fields.optional("weekdays", Format.set(Format.choice(DayOfWeek.class)), Set.of());
        Part<Set<SchemeId>> schemes = fields.optional("schemes", Format.set(ownScheme), Set.of());
        return fields.made(
                () -> new LineCondition.Where(
                        stores.get(), channels.get(), tenders.get(), weekdays.get(), schemes.get()),
                stores,
                channels,
                tenders,
                weekdays,
                schemes);
    }

    private static <T> Format<Set<T>> codes(Function<String, T> noun) {
        return Format.set(Format.code(noun));
    }
}
