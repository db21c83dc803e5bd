package org.openmembership.club;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/**
 * How a club works out whether an account changes scheme (B51, R41-R43).
 *
 * @param measure what is counted; never the balance, so that spending points never demotes
 * @param window over which stretch of time
 * @param downgrade how far an account falls that no longer keeps its scheme
 * @param every how often an account is looked at
 */
public record ReviewTerms(Measure measure, Window window, Downgrade downgrade, Period every) {
    public static final ReviewTerms DEFAULT = new ReviewTerms(
            Measure.AWARD_POINTS, new Window.Rolling(Period.ofYears(1)), Downgrade.TO_WHAT_IS_MET, Period.ofDays(1));

    public ReviewTerms {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("ReviewTerms.every must be above zero, but is " + every);
        }
    }

    /**
     * The qualifying measure; returns reduce each of them.
     *
     * <p>A purchase counts with what was spent in it and not brought back since, by whomever and whenever, and only if it is in
     * the club's currency. A return that names no original is a purchase below zero.
     */
    public enum Measure {
        /** Award points earned, not the points still held. */
        AWARD_POINTS,
        /** Money spent, in the club's currency. */
        SPEND,
        /** The largest single purchase, in the club's currency. */
        SINGLE_SPEND,
        /** Purchases of which anything was paid for and kept. */
        VISITS
    }

    /** What happens to an account that misses its keep threshold. */
    public enum Downgrade {
        TO_WHAT_IS_MET,
        ONE_STEP,
        NEVER
    }

    /** The stretch of time that counts. */
    public sealed interface Window {
        /** The first day that counts for a review on {@code day} of an account opened on {@code openedOn}. */
        LocalDate firstDay(LocalDate day, LocalDate openedOn);

        /** The first instant that counts. */
        default Instant start(LocalDate day, LocalDate openedOn, ZoneId zone) {
            return firstDay(day, openedOn).atStartOfDay(zone).toInstant();
        }

        /** The trailing period, the day of the review included. */
        record Rolling(Period period) implements Window {
            public Rolling {
                if (period.isNegative() || period.isZero()) {
                    throw new IllegalArgumentException("a rolling window must be above zero, but is " + period);
                }
            }

            @Override
            public LocalDate firstDay(LocalDate day, LocalDate openedOn) {
                return day.minus(period).plusDays(1);
            }
        }

        /** From 1 January of the review's year. */
        record CalendarYear() implements Window {
            @Override
            public LocalDate firstDay(LocalDate day, LocalDate openedOn) {
                return day.withDayOfYear(1);
            }
        }

        /** From the last anniversary of the account's opening (A41); 29 February is the 28th in common years. */
        record MemberYear() implements Window {
            @Override
            public LocalDate firstDay(LocalDate day, LocalDate openedOn) {
                int years = Period.between(openedOn, day).getYears();
                LocalDate anniversary = openedOn.plusYears(years + 1L);
                return anniversary.isAfter(day) ? openedOn.plusYears(years) : anniversary;
            }
        }

        /** Everything since the account was opened, and sales claimed from before. */
        record Lifetime() implements Window {
            @Override
            public LocalDate firstDay(LocalDate day, LocalDate openedOn) {
                return LocalDate.EPOCH;
            }
        }
    }
}
