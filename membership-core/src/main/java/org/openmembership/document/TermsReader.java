package org.openmembership.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.MonthDay;
import java.time.Period;
import java.util.Set;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.HoldTerms;
import org.openmembership.club.Inactivity;
import org.openmembership.club.PointKind;
import org.openmembership.club.RoundingRule;
import org.openmembership.club.TransferTerms;
import org.openmembership.shared.Points;

/** Reads the smaller objects of a club: what a point is, and how points are spent and moved. */
final class TermsReader {
    static final Format<RoundingRule> ROUNDING = Format.object(TermsReader::rounding);
    static final Format<ExpiryRule> EXPIRY = Format.object(TermsReader::expiry);
    static final Format<Inactivity> INACTIVITY = Format.object(TermsReader::inactivity);
    static final Format<HoldTerms> HOLDS = Format.object(TermsReader::holds);
    static final Format<TransferTerms> TRANSFER = Format.object(TermsReader::transfer);
    static final Format<Period> PERIOD = Format.text("a period such as P1Y, P6M or P30D", Period::parse);
    private static final Format<MonthDay> DAY_OF_YEAR =
            Format.text("a day of the year such as 12-31", text -> MonthDay.parse("--" + text));

    private TermsReader() {}

    enum ExpiryKind {
        NEVER,
        AFTER_PERIOD,
        FIXED_DAY_OF_NEXT_YEAR,
        END_OF
    }

    private static Part<RoundingRule> rounding(Fields fields) {
        RoundingRule usual = RoundingRule.WHOLE_POINTS_DOWN;
        Part<Points> precision = fields.optional("precision", Format.points(), usual.precision());
        Part<RoundingRule.Direction> direction =
                fields.optional("direction", Format.choice(RoundingRule.Direction.class), usual.direction());
        return fields.made(() -> new RoundingRule(precision.get(), direction.get()), precision, direction);
    }

    private static Part<ExpiryRule> expiry(Fields fields) {
        Part<ExpiryKind> kind = fields.required("kind", Format.choice(ExpiryKind.class));
        if (!kind.isWhole()) {
            fields.acceptRest();
            return Part.faulty();
        }
        return switch (kind.get()) {
            case NEVER -> Part.of(ExpiryRule.never());
            case AFTER_PERIOD -> {
                Part<Period> period = fields.required("period", PERIOD);
                yield fields.made(() -> ExpiryRule.after(period.get()), period);
            }
            case FIXED_DAY_OF_NEXT_YEAR -> {
                Part<MonthDay> day = fields.required("day", DAY_OF_YEAR);
                yield fields.made(() -> new ExpiryRule.FixedDayOfNextYear(day.get()), day);
            }
            case END_OF -> endOf(fields);
        };
    }

    private static Part<ExpiryRule> endOf(Fields fields) {
        Part<ExpiryRule.EndOf.Unit> unit = fields.required("unit", Format.choice(ExpiryRule.EndOf.Unit.class));
        Part<Period> period = fields.optional("period", PERIOD, Period.ZERO);
        return fields.made(() -> new ExpiryRule.EndOf(unit.get(), period.get()), unit, period);
    }

    private static Part<Inactivity> inactivity(Fields fields) {
        Part<Period> period = fields.required("period", PERIOD);
        Part<Set<Inactivity.Activity>> counts = fields.optional(
                "counts", Format.set(Format.choice(Inactivity.Activity.class)), Set.of(Inactivity.Activity.values()));
        return fields.made(() -> new Inactivity(period.get(), counts.get()), period, counts);
    }

    private static Part<HoldTerms> holds(Fields fields) {
        HoldTerms usual = HoldTerms.DEFAULT;
        Part<Duration> longest = fields.optional(
                "longest", Format.text("a duration such as PT30M or PT24H", Duration::parse), usual.longest());
        Part<HoldTerms.WhenLate> whenLate =
                fields.optional("whenLate", Format.choice(HoldTerms.WhenLate.class), usual.whenLate());
        return fields.made(() -> new HoldTerms(longest.get(), whenLate.get()), longest, whenLate);
    }

    private static Part<TransferTerms> transfer(Fields fields) {
        TransferTerms usual = TransferTerms.DEFAULT;
        Part<BigDecimal> factor = fields.optional("factor", Format.notNegative(), usual.factor());
        Part<Period> minimumLife = fields.optional("minimumLife", PERIOD, usual.minimumLife());
        Part<TransferTerms.Expiry> expiry =
                fields.optional("expiry", Format.choice(TransferTerms.Expiry.class), usual.expiry());
        Part<PointKind> arrivesAs = fields.optional("arrivesAs", Format.choice(PointKind.class), usual.arrivesAs());
        return fields.made(
                () -> new TransferTerms(factor.get(), minimumLife.get(), expiry.get(), arrivesAs.get()),
                factor,
                minimumLife,
                expiry,
                arrivesAs);
    }
}
