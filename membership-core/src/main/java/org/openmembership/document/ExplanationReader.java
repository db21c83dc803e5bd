package org.openmembership.document;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointRate;
import org.openmembership.club.RoundingRule;
import org.openmembership.club.RuleChoice;
import org.openmembership.club.RuleId;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.Explanation.Applied;
import org.openmembership.ledger.Explanation.Basis;
import org.openmembership.ledger.Explanation.Gift;
import org.openmembership.ledger.Explanation.Ground;
import org.openmembership.ledger.Explanation.Line;
import org.openmembership.ledger.Explanation.Passed;
import org.openmembership.ledger.Explanation.Refund;
import org.openmembership.ledger.Explanation.Sum;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;

/** Reads explanations as {@link ExplanationDocuments} writes them. */
final class ExplanationReader {
    static final Format<Explanation> FORMAT = Format.object(fields -> new ExplanationReader().explanation(fields));

    private static final Format<RuleId> RULE = Format.code(RuleId::of);
    private static final Format<BigDecimal> EXACT = Format.text("a number", BigDecimal::new);
    private static final Format<BigMoney> AMOUNT = Format.text("an amount of money", BigMoney::parse);
    private static final Format<List<Passed>> PASSED = Format.list(Format.object(ExplanationReader::passed));

    private final Map<RuleId, PointRate> rates = new HashMap<>();

    private ExplanationReader() {}

    private Part<Explanation> explanation(Fields fields) {
        Part<Ground> ground = ground(fields);
        Part<List<RuleId>> told = fields.required("rates", Format.list(Format.object(this::rate)));
        Part<List<Line>> lines = fields.required("lines", Format.list(Format.object(this::line)));
        Part<List<Sum>> sums = fields.required("sums", Format.list(Format.object(ExplanationReader::sum)));
        Part<List<Gift>> gifts =
                fields.optional("gifts", Format.list(Format.object(ExplanationReader::gift)), List.of());
        Part<Refund> refund = fields.nullable("refund", Format.object(ExplanationReader::refund));
        return fields.made(
                () -> new Explanation(ground.get(), lines.get(), sums.get(), gifts.get(), refund.value()),
                ground,
                told,
                lines,
                sums,
                gifts,
                refund);
    }

    private static Part<Refund> refund(Fields fields) {
        Part<BigMoney> money = fields.required("money", AMOUNT);
        Part<BigDecimal> rate = fields.required("rate", EXACT);
        Part<BigMoney> perPoint = fields.required("perPoint", AMOUNT);
        Part<Points> points = fields.required("points", Format.points());
        return fields.made(
                () -> new Refund(money.get(), rate.get(), perPoint.get(), points.get()), money, rate, perPoint, points);
    }

    private static Part<Gift> gift(Fields fields) {
        Part<RuleId> rule = fields.required("rule", RULE);
        Part<ReasonCode> event = fields.required("event", Format.code(ReasonCode::of));
        Part<PointKind> kind = fields.required("kind", Format.choice(PointKind.class));
        Part<Points> points = fields.required("points", Format.points());
        Part<PointCap> cap = fields.nullable("cap", EarningReader.CAP);
        return fields.made(
                () -> new Gift(rule.get(), event.get(), kind.get(), points.get(), cap.value()),
                rule,
                event,
                kind,
                points,
                cap);
    }

    private static Part<Ground> ground(Fields fields) {
        Part<Basis> basis = basis(fields);
        Part<BigDecimal> counted = fields.required("counted", EXACT);
        Part<Boolean> below = fields.optional("belowMinimum", Format.truth(), false);
        Part<BigDecimal> share = fields.optional("paidShare", EXACT, BigDecimal.ONE);
        Part<List<Passed>> passed = fields.optional("passed", PASSED, List.of());
        return fields.made(
                () -> new Ground(basis.get(), counted.get(), below.get(), share.get(), passed.get()),
                basis,
                counted,
                below,
                share,
                passed);
    }

    private static Part<Basis> basis(Fields fields) {
        Part<ClubId> club = fields.required("club", Format.code(ClubId::of));
        Part<Integer> version = fields.required("version", Format.integer());
        Part<SchemeId> scheme = fields.required("scheme", Format.code(SchemeId::of));
        Part<RuleChoice> choice = fields.required("choice", Format.choice(RuleChoice.class));
        return fields.made(
                () -> new Basis(club.get(), version.get(), scheme.get(), choice.get()), club, version, scheme, choice);
    }

    private Part<RuleId> rate(Fields fields) {
        Part<RuleId> rule = fields.required("rule", RULE);
        Part<PointRate.Basis> basis = fields.required("basis", Format.choice(PointRate.Basis.class));
        Part<BigDecimal> points = fields.required("points", EXACT);
        Part<BigDecimal> per = fields.required("per", EXACT);
        return fields.made(
                () -> {
                    rates.put(rule.get(), new PointRate(basis.get(), points.get(), per.get()));
                    return rule.get();
                },
                rule,
                basis,
                points,
                per);
    }

    private Part<Line> line(Fields fields) {
        Part<Integer> number = fields.required("line", Format.integer());
        Part<Boolean> excluded = fields.optional("excluded", Format.truth(), false);
        Part<BigDecimal> base = fields.optional("base", EXACT, BigDecimal.ZERO);
        Part<List<Applied>> applied = fields.optional("rules", Format.list(Format.object(this::applied)), List.of());
        Part<List<RuleId>> offers =
                fields.optional("offers", Format.list(Format.object(ExplanationReader::offer)), List.of());
        Part<List<Passed>> passed = fields.optional("passed", PASSED, List.of());
        Part<Points> points = fields.optional("points", Format.points(), Points.ZERO);
        return fields.made(
                () -> new Line(
                        number.get(),
                        base.get(),
                        excluded.get(),
                        applied.get(),
                        offers.get(),
                        passed.get(),
                        points.get()),
                number,
                excluded,
                base,
                applied,
                offers,
                passed,
                points);
    }

    private Part<Applied> applied(Fields fields) {
        Part<RuleId> rule = fields.required("rule", RULE.accepting(rates::containsKey, "has no rate here"));
        Part<BigDecimal> points = fields.required("points", EXACT);
        Part<Boolean> capped = fields.optional("capped", Format.truth(), false);
        return fields.made(
                () -> new Applied(rule.get(), requireNonNull(rates.get(rule.get())), points.get(), capped.get()),
                rule,
                points,
                capped);
    }

    private static Part<RuleId> offer(Fields fields) {
        return fields.required("offer", RULE);
    }

    private static Part<Passed> passed(Fields fields) {
        Part<RuleId> rule = fields.required("rule", RULE);
        Part<Explanation.Why> why = fields.required("why", Format.choice(Explanation.Why.class));
        return fields.made(() -> new Passed(rule.get(), why.get()), rule, why);
    }

    private static Part<Sum> sum(Fields fields) {
        Part<PointKind> kind = fields.required("kind", Format.choice(PointKind.class));
        Part<BigDecimal> exact = fields.required("exact", EXACT);
        Part<Points> precision = fields.required("precision", Format.points());
        Part<RoundingRule.Direction> direction =
                fields.required("direction", Format.choice(RoundingRule.Direction.class));
        Part<Points> rounded = fields.required("rounded", Format.points());
        Part<Points> points = fields.required("points", Format.points());
        Part<PointCap> cap = fields.nullable("cap", EarningReader.CAP);
        return fields.made(
                () -> new Sum(
                        kind.get(),
                        exact.get(),
                        new RoundingRule(precision.get(), direction.get()),
                        rounded.get(),
                        cap.value(),
                        points.get()),
                kind,
                exact,
                precision,
                direction,
                rounded,
                points,
                cap);
    }
}
