package org.openmembership.club;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Points;

/**
 * How much a redemption may take (A47, A48, R49).
 *
 * @param minimum the least it may take, above zero
 * @param step what it takes is a multiple of this, above zero
 * @param maximumShare of the amount due that points may pay, above zero up to one
 * @param limit per period, null where there is none
 * @param use whether a part of what could be taken may be taken alone (D29)
 */
public record RedemptionBounds(
        Points minimum,
        Points step,
        BigDecimal maximumShare,
        @Nullable Limit limit,
        Use use) {
    public static final RedemptionBounds WIDEST =
            new RedemptionBounds(Points.ofHundredths(1), Points.ofHundredths(1), BigDecimal.ONE, null);

    /** How much of what can be redeemed is redeemed (D29). */
    public enum Use {
        /** As much as is asked for. */
        ANY_PART,
        /**
         * All that is available and the other bounds let go towards the amount due, or nothing; without an amount due, all of
         * it. Holds are not bound by it, because what is due is not known yet.
         */
        WHOLE
    }

    /** Bounds within which any part may be taken. */
    public RedemptionBounds(Points minimum, Points step, BigDecimal maximumShare, @Nullable Limit limit) {
        this(minimum, step, maximumShare, limit, Use.ANY_PART);
    }

    /**
     * How much one account may redeem in a period; what was taken back by a reversal within it does not count as points.
     *
     * @param points null for any number, else above zero
     * @param times null for any number of redemptions, else above zero
     */
    public record Limit(@Nullable Points points, @Nullable Integer times, Stretch per) {
        public Limit {
            boolean sensible = (points == null || points.isPositive()) && (times == null || times > 0);
            if (!sensible || points == null && times == null) {
                throw new IllegalArgumentException(
                        "a limit is of points or times above zero, not " + points + " and " + times);
            }
        }
    }

    /**
     * The current day, week, month, quarter or year of the club's calendar with those before it, so many together.
     *
     * @param count 1 to 366: {@code 1 MONTH} is this month, {@code 30 DAY} the last thirty days with today
     */
    public record Stretch(int count, Unit unit) {
        /** A stretch of the calendar; weeks begin on Monday. */
        public enum Unit {
            DAY,
            WEEK,
            MONTH,
            QUARTER,
            YEAR
        }

        public Stretch {
            if (count < 1 || count > 366) {
                throw new IllegalArgumentException("a stretch is 1 to 366 of a unit, not " + count);
            }
        }

        public LocalDate firstDay(LocalDate today) {
            int before = count - 1;
            return switch (unit) {
                case DAY -> today.minusDays(before);
                case WEEK ->
                    today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                            .minusWeeks(before);
                case MONTH -> today.withDayOfMonth(1).minusMonths(before);
                case QUARTER ->
                    today.withDayOfMonth(1)
                            .withMonth((today.getMonthValue() - 1) / 3 * 3 + 1)
                            .minusMonths(3L * before);
                case YEAR -> today.withDayOfYear(1).minusYears(before);
            };
        }
    }

    public RedemptionBounds {
        maximumShare = Decimals.notNegative("maximumShare", maximumShare);
        if (!minimum.isPositive() || !step.isPositive()) {
            throw new IllegalArgumentException("minimum and step must be above zero: " + minimum + ", " + step);
        }
        if (maximumShare.signum() == 0 || maximumShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("maximumShare must be above zero up to one, not " + maximumShare);
        }
    }

    public static RedemptionBounds atLeast(Points minimum) {
        return new RedemptionBounds(minimum, WIDEST.step, WIDEST.maximumShare, null);
    }

    /** The same bounds with another use. */
    public RedemptionBounds using(Use other) {
        return new RedemptionBounds(minimum, step, maximumShare, limit, other);
    }

    public boolean isStep(Points points) {
        return points.hundredths() % step.hundredths() == 0;
    }

    /** The most in whole steps that is not above {@code points}. */
    public Points floor(Points points) {
        return points.minus(Points.ofHundredths(Math.floorMod(points.hundredths(), step.hundredths())));
    }

    /** The least in whole steps that is not below {@code points}. */
    public Points ceiling(Points points) {
        Points down = floor(points);
        return down.equals(points) ? points : down.plus(step);
    }
}
