package org.openmembership.club;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * How a club works out whether an account changes scheme (B51, R41-R43). A scheme may count otherwise: its own terms come
 * before these (R47).
 *
 * @param entry what is counted for entering a scheme; never the balance, so that spending points never demotes
 * @param keep what is counted for staying in it; the same unless the club says otherwise
 * @param fall what happens to an account that does not keep its scheme
 * @param pace how often an account is looked at, and from when on a move holds
 * @param force whether schemes hold at all, and whom conditions that have changed judge
 */
public record ReviewTerms(Gauge entry, Gauge keep, Fall fall, Pace pace, Force force) {
    public static final ReviewTerms DEFAULT = new ReviewTerms(
            Measure.AWARD_POINTS, new Window.Rolling(Period.ofYears(1)), Downgrade.TO_WHAT_IS_MET, Period.ofDays(1));

    /** The same gauge for entering and staying, no grace, and moves that hold at once. */
    public ReviewTerms(Measure measure, Window window, Downgrade downgrade, Period every) {
        this(new Gauge(measure, window), downgrade, every);
    }

    private ReviewTerms(Gauge gauge, Downgrade downgrade, Period every) {
        this(gauge, gauge, new Fall(downgrade, Period.ZERO), new Pace(every, Effect.IMMEDIATE, 1), Force.DEFAULT);
    }

    public ReviewTerms keptBy(Gauge gauge) {
        return new ReviewTerms(entry, gauge, fall, pace, force);
    }

    /** @param period how long an account stays after the day it first missed what keeps it */
    public ReviewTerms withGrace(Period period) {
        return new ReviewTerms(entry, keep, new Fall(fall.downgrade(), period), pace, force);
    }

    public ReviewTerms effective(Effect effect) {
        return new ReviewTerms(entry, keep, fall, new Pace(pace.every(), effect, pace.rewardDays()), force);
    }

    /** @param days how many days after a move what the club gives for it is due */
    public ReviewTerms rewardedAfter(int days) {
        return new ReviewTerms(entry, keep, fall, new Pace(pace.every(), pace.effect(), days), force);
    }

    public ReviewTerms inForce(Force other) {
        return new ReviewTerms(entry, keep, fall, pace, other);
    }

    /** A measure over a stretch of time. */
    public record Gauge(Measure measure, Window window) {}

    /**
     * @param downgrade how far an account falls that no longer keeps its scheme
     * @param grace how long it stays nevertheless, counting on from where it was found wanting; zero for not at all
     */
    public record Fall(Downgrade downgrade, Period grace) {
        public Fall {
            if (grace.isNegative()) {
                throw new IllegalArgumentException("grace must not be below zero, but is " + grace);
            }
        }

        public boolean isGraceful() {
            return !grace.isZero();
        }
    }

    /**
     * @param every how often an account is looked at
     * @param effect from when on an earned move holds
     * @param rewardDays how many days after a move what the club gives for it is due, 1 to {@link #MOST_REWARD_DAYS} (D34)
     */
    public record Pace(Period every, Effect effect, int rewardDays) {
        public static final int MOST_REWARD_DAYS = 30;

        public Pace {
            if (rewardDays < 1 || rewardDays > MOST_REWARD_DAYS) {
                throw new IllegalArgumentException(
                        "rewardDays must be 1 to " + MOST_REWARD_DAYS + ", but is " + rewardDays);
            }
            if (every.isNegative() || every.isZero()) {
                throw new IllegalArgumentException("every must be above zero, but is " + every);
            }
        }
    }

    /**
     * @param on whether schemes hold; while they do not, every account counts as one in the club's first scheme, nothing is
     *     reviewed or sold, and what is held is kept for when they do again (D21)
     * @param edited whom conditions judge that have changed
     */
    public record Force(boolean on, Edited edited) {
        public static final Force DEFAULT = new Force(true, Edited.AT_ONCE);
    }

    /** From when on an account is judged by what a new version of its club says of entering, staying and falling (D32). */
    public enum Edited {
        /** From the next review on. */
        AT_ONCE,
        /**
         * From the first purchase on that its member makes under it, by the till's clock; an account that was opened under it
         * from the start. A scheme that is new in it is entered only from then on.
         */
        NEXT_PURCHASE
    }

    /** From when on a move holds that was earned or lost; one by hand or by purchase holds at once (R42, B53). */
    public enum Effect {
        IMMEDIATE,
        /** From midnight in the club's zone on. */
        NEXT_DAY
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
        /** The first day that counts on {@code day}. */
        LocalDate firstDay(LocalDate day, Anchors anchors);

        /** The last day of the stretch that {@code day} is in; null where none ends, or each day ends one. */
        @Nullable
        LocalDate lastDay(LocalDate day, Anchors anchors);

        /** The trailing period, the day itself included. */
        record Rolling(Period period) implements Window {
            public Rolling {
                if (period.isNegative() || period.isZero()) {
                    throw new IllegalArgumentException("a rolling window must be above zero, but is " + period);
                }
            }

            @Override
            public LocalDate firstDay(LocalDate day, Anchors anchors) {
                return day.minus(period).plusDays(1);
            }

            @Override
            public @Nullable LocalDate lastDay(LocalDate day, Anchors anchors) {
                return null;
            }
        }

        /** From 1 January of the day's year. */
        record CalendarYear() implements Window {
            @Override
            public LocalDate firstDay(LocalDate day, Anchors anchors) {
                return day.withDayOfYear(1);
            }

            @Override
            public LocalDate lastDay(LocalDate day, Anchors anchors) {
                return day.with(TemporalAdjusters.lastDayOfYear());
            }
        }

        /** From the last anniversary of the account's opening (A41); 29 February is the 28th in common years. */
        record MemberYear() implements Window {
            @Override
            public LocalDate firstDay(LocalDate day, Anchors anchors) {
                return anchors.anniversary(anchors.yearsUntil(day));
            }

            @Override
            public LocalDate lastDay(LocalDate day, Anchors anchors) {
                return anchors.anniversary(anchors.yearsUntil(day) + 1).minusDays(1);
            }
        }

        /** From the day on which the account entered its scheme, or its validity last began anew (R43). */
        record Validity() implements Window {
            @Override
            public LocalDate firstDay(LocalDate day, Anchors anchors) {
                return anchors.enteredOn();
            }

            @Override
            public @Nullable LocalDate lastDay(LocalDate day, Anchors anchors) {
                return null;
            }
        }

        /** Everything since the account was opened, and sales claimed from before. */
        record Lifetime() implements Window {
            @Override
            public LocalDate firstDay(LocalDate day, Anchors anchors) {
                return LocalDate.EPOCH;
            }

            @Override
            public @Nullable LocalDate lastDay(LocalDate day, Anchors anchors) {
                return null;
            }
        }
    }

    /**
     * The days of an account from which windows and validities are counted, in the club's zone.
     *
     * @param openedOn when it was opened, which is when its member registered in the club
     * @param enteredOn when it entered the scheme it has earned, or its validity there last began anew
     */
    public record Anchors(LocalDate openedOn, LocalDate enteredOn) {
        LocalDate anniversary(long years) {
            return openedOn.plusYears(years);
        }

        /** How many anniversaries have come by {@code day}; that of 29 February comes on the 28th in common years. */
        long yearsUntil(LocalDate day) {
            long years = day.getYear() - (long) openedOn.getYear();
            return anniversary(years).isAfter(day) ? years - 1 : years;
        }
    }
}
