package org.openmembership.club;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * How long points can be used: works out the last day of a lot from the day it was earned (R25, D35).
 *
 * <p>The last day is valid to its end in the club's zone. The result is written on the lot when it is opened; a changed
 * rule never touches lots already issued.
 */
public sealed interface ExpiryRule {
    /** The instant at which a lot that never lapses is said to lapse; a value rather than an absence, so that SQL only compares. */
    Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    /** When points earned on {@code earnedOn} stop counting: the first moment after their last day, or {@link #FOREVER}. */
    Instant lapsesAt(LocalDate earnedOn, ZoneId zone);

    /** The rule whose points never lapse. */
    static ExpiryRule never() {
        return new Never();
    }

    /** The rule whose last day is the earning day plus {@code period}; 31 January plus a month is the last of February. */
    static ExpiryRule after(Period period) {
        return new AfterPeriod(period);
    }

    private static Instant endOf(LocalDate lastDay, ZoneId zone) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Period requireForward(Period period) {
        boolean forward =
                !period.isNegative() && period.toTotalMonths() <= 1_200 && period.get(ChronoUnit.DAYS) <= 36_600;
        if (!forward) {
            throw new IllegalArgumentException("an expiry period runs forward, at most a century, not " + period);
        }
        return period.normalized();
    }

    /** Points that last for ever. */
    record Never() implements ExpiryRule {
        @Override
        public Instant lapsesAt(LocalDate earnedOn, ZoneId zone) {
            return FOREVER;
        }
    }

    /** The last day is the earning day plus a period. */
    record AfterPeriod(Period period) implements ExpiryRule {
        public AfterPeriod {
            period = requireForward(period);
        }

        @Override
        public Instant lapsesAt(LocalDate earnedOn, ZoneId zone) {
            return endOf(earnedOn.plus(period), zone);
        }
    }

    /** The last day is a fixed day of the year after the one they were earned in; 29 February is the 28th in common years. */
    record FixedDayOfNextYear(MonthDay day) implements ExpiryRule {
        @Override
        public Instant lapsesAt(LocalDate earnedOn, ZoneId zone) {
            return endOf(day.atYear(earnedOn.getYear() + 1), zone);
        }
    }

    /** The last day is the end of the month, quarter or year that holds the earning day plus a period. */
    record EndOf(Unit unit, Period period) implements ExpiryRule {
        /** A stretch of the calendar. */
        public enum Unit {
            MONTH,
            QUARTER,
            YEAR
        }

        public EndOf {
            period = requireForward(period);
        }

        @Override
        public Instant lapsesAt(LocalDate earnedOn, ZoneId zone) {
            return endOf(lastDayOf(earnedOn.plus(period)), zone);
        }

        private LocalDate lastDayOf(LocalDate day) {
            int month = day.getMonthValue();
            int lastMonth = switch (unit) {
                case MONTH -> month;
                case QUARTER -> (month + 2) / 3 * 3;
                case YEAR -> 12;
            };
            return Year.of(day.getYear()).atMonth(lastMonth).atEndOfMonth();
        }
    }
}
