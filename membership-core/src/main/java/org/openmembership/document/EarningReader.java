package org.openmembership.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmembership.club.Deferral;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.EarningTerms.Base;
import org.openmembership.club.EarningTerms.Bounds;
import org.openmembership.club.EarningTerms.Policies;
import org.openmembership.club.EventRule;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointOffer;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.Publication;
import org.openmembership.club.RuleChoice;
import org.openmembership.club.RuleId;
import org.openmembership.club.SchemeId;
import org.openmembership.club.Validity;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.TenderType;

/** Reads how a club hands out points: rules, offers, events, and the object {@code earning}. */
final class EarningReader {
    private static final Format<LocalDate> DAY = Format.text("a day such as 2026-12-31", LocalDate::parse);
    private static final Format<Duration> DURATION = Format.text("a duration such as P1D or PT12H", Duration::parse);

    static final Format<PointCap> CAP = Format.object(EarningReader::cap);
    private static final Format<List<PointCap>> CAPS = Format.list(CAP);

    enum EffectKind {
        FACTOR,
        DISCOUNT_FACTOR,
        ADDITIONAL_PER_UNIT,
        REPLACEMENT_PER_UNIT
    }

    private final Set<RuleId> ids = new HashSet<>();
    private final Format<SchemeId> ownScheme;
    private final ConditionReader conditions;

    EarningReader(Format<SchemeId> ownScheme) {
        this.ownScheme = ownScheme;
        this.conditions = new ConditionReader(ownScheme);
    }

    /** Reads the members {@code rules}, {@code offers}, {@code events} and {@code earning} of a club. */
    Part<EarningTerms> read(Fields club) {
        Part<List<PointRule>> rules = club.optional("rules", Format.list(Format.object(this::rule)), List.of());
        Part<List<PointOffer>> offers = club.optional("offers", Format.list(Format.object(this::offer)), List.of());
        Part<EarningTerms> terms = club.optional("earning", Format.object(EarningReader::terms), EarningTerms.NOTHING);
        Part<List<EventRule>> events = club.optional("events", Format.list(Format.object(this::event)), List.of());
        return club.made(
                () -> new EarningTerms(
                        rules.get(),
                        offers.get(),
                        terms.get().base(),
                        terms.get().bounds(),
                        terms.get().policies(),
                        events.get()),
                rules,
                offers,
                terms,
                events);
    }

    private Part<EventRule> event(Fields fields) {
        Part<RuleId> id = fields.required("id", Format.code(RuleId::of).once(ids));
        Part<Publication> state = state(fields);
        Part<ReasonCode> event = fields.required("event", Format.code(ReasonCode::of));
        Part<Validity> validity = validity(fields);
        Part<Set<SchemeId>> schemes = fields.optional("schemes", Format.set(ownScheme), Set.of());
        Part<EventRule.Reward> reward = eventReward(fields);
        return fields.made(
                () -> new EventRule(id.get(), state.get(), event.get(), validity.get(), schemes.get(), reward.get()),
                id,
                state,
                event,
                validity,
                schemes,
                reward);
    }

    private static Part<EventRule.Reward> eventReward(Fields fields) {
        Part<Points> points =
                fields.required("points", Format.points().accepting(Points::isPositive, "must be above zero"));
        Part<PointKind> kind = fields.optional("pointKind", Format.choice(PointKind.class), PointKind.OTHER);
        Part<List<PointCap>> caps = fields.optional("caps", CAPS, List.of());
        return fields.made(() -> new EventRule.Reward(points.get(), kind.get(), caps.get()), points, kind, caps);
    }

    private static Part<EarningTerms> terms(Fields fields) {
        Part<Base> base = base(fields);
        Part<Bounds> bounds = bounds(fields);
        Part<Policies> policies = policies(fields);
        return fields.made(
                () -> new EarningTerms(List.of(), List.of(), base.get(), bounds.get(), policies.get()),
                base,
                bounds,
                policies);
    }

    private static Part<Base> base(Fields fields) {
        Base usual = Base.DEFAULT;
        Part<Base.Tax> tax = fields.optional("tax", Format.choice(Base.Tax.class), usual.tax());
        Part<Set<TenderType>> pointTenders =
                fields.optional("pointTenders", ConditionReader.codes(TenderType::of), usual.pointTenders());
        Part<LineCondition.What> excluded = fields.optional("excluded", ConditionReader.WHAT, usual.excluded());
        Part<Base.PaidWithPoints> paid =
                fields.optional("paidWithPoints", Format.choice(Base.PaidWithPoints.class), usual.paidWithPoints());
        return fields.made(
                () -> new Base(tax.get(), pointTenders.get(), paid.get(), excluded.get()),
                tax,
                pointTenders,
                paid,
                excluded);
    }

    private static Part<Bounds> bounds(Fields fields) {
        Bounds usual = Bounds.DEFAULT;
        Part<BigDecimal> minimum = fields.optional("minimumSale", Format.notNegative(), usual.minimumSale());
        Part<Duration> early = fields.optional("maxEarly", DURATION, usual.maxEarly());
        Part<Duration> late = fields.optional("maxLate", DURATION, usual.maxLate());
        return fields.made(() -> new Bounds(minimum.get(), early.get(), late.get()), minimum, early, late);
    }

    private static Part<Policies> policies(Fields fields) {
        Policies usual = Policies.DEFAULT;
        Part<RuleChoice> choice = fields.optional("choice", Format.choice(RuleChoice.class), usual.choice());
        Part<List<PointCap>> caps = fields.optional("caps", CAPS, usual.caps());
        Part<Integer> pending = fields.optional("pendingDays", Format.integer(), usual.pendingDays());
        Part<Policies.Returns> returns =
                fields.optional("returns", Format.choice(Policies.Returns.class), usual.returns());
        Part<Duration> claims = fields.optional("claimWindow", DURATION, usual.claimWindow());
        Part<Deferral> deferral = fields.optional("deferral", Format.object(EarningReader::deferral), usual.deferral());
        return fields.made(
                () -> new Policies(
                        choice.get(), caps.get(), pending.get(), returns.get(), claims.get(), deferral.get()),
                choice,
                caps,
                pending,
                returns,
                claims,
                deferral);
    }

    private static Part<Deferral> deferral(Fields fields) {
        Part<Duration> delay = fields.optional("delay", DURATION, Duration.ZERO);
        Part<Deferral.Awaits> awaits =
                fields.optional("awaits", Format.choice(Deferral.Awaits.class), Deferral.Awaits.NOTHING);
        return fields.made(() -> new Deferral(delay.get(), awaits.get()), delay, awaits);
    }

    private static Part<PointCap> cap(Fields fields) {
        Part<PointCap.Span> span = fields.required("span", Format.choice(PointCap.Span.class));
        Part<Points> most = fields.required("most", Format.points());
        return fields.made(() -> new PointCap(span.get(), most.get()), span, most);
    }

    private Part<PointRule> rule(Fields fields) {
        Part<RuleId> id = fields.required("id", Format.code(RuleId::of).once(ids));
        Part<Publication> state = state(fields);
        Part<PointRule.Choice> choice = choice(fields);
        Part<LineCondition> condition = conditions.read(fields);
        Part<PointRule.Reward> reward = reward(fields);
        return fields.made(
                () -> new PointRule(id.get(), state.get(), choice.get(), condition.get(), reward.get()),
                id,
                state,
                choice,
                condition,
                reward);
    }

    private static Part<PointRule.Reward> reward(Fields fields) {
        Part<PointRate> rate = rate(fields);
        Part<PointKind> kind = fields.optional("pointKind", Format.choice(PointKind.class), PointKind.AWARD);
        Part<List<PointCap>> caps = fields.optional("caps", CAPS, List.of());
        return fields.made(() -> new PointRule.Reward(rate.get(), kind.get(), caps.get()), rate, kind, caps);
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
        Part<LineCondition> condition = conditions.read(fields);
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
        if (kind.get() == EffectKind.FACTOR || kind.get() == EffectKind.DISCOUNT_FACTOR) {
            Part<BigDecimal> factor = fields.required("factor", Format.notNegative());
            return fields.made(
                    () -> kind.get() == EffectKind.FACTOR
                            ? new PointOffer.Effect.Factor(factor.get())
                            : new PointOffer.Effect.DiscountFactor(factor.get()),
                    factor);
        }
        Part<Points> points = fields.required("points", Format.points());
        boolean adds = kind.get() == EffectKind.ADDITIONAL_PER_UNIT;
        return fields.made(
                () -> adds
                        ? new PointOffer.Effect.AdditionalPerUnit(points.get())
                        : new PointOffer.Effect.ReplacementPerUnit(points.get()),
                points);
    }

    static Part<Publication> state(Fields fields) {
        return fields.optional("state", Format.choice(Publication.class), Publication.PUBLISHED);
    }

    static Part<PointRule.Choice> choice(Fields fields) {
        Part<Integer> priority = fields.optional("priority", Format.integer(), 0);
        Part<Validity> validity = validity(fields);
        return fields.made(() -> new PointRule.Choice(priority.get(), validity.get()), priority, validity);
    }

    private static Part<Validity> validity(Fields fields) {
        Part<LocalDate> from = fields.nullable("from", DAY);
        Part<LocalDate> to = fields.nullable("to", DAY);
        return fields.made(() -> new Validity(from.value(), to.value()), from, to);
    }
}
