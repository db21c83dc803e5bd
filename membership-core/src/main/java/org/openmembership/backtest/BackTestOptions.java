package org.openmembership.backtest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Which purchases are run through a changed club.
 *
 * @param from the first instant by the till's clock, in microseconds
 * @param to the first instant that no longer counts
 * @param losers how many of those who would lose most are listed
 * @param earning for which scheme sales earn by the changed club
 */
public record BackTestOptions(Instant from, Instant to, int losers, Earning earning) {
    public static final int USUAL_LOSERS = 20;
    public static final int MAX_LOSERS = 1_000;

    /** For which scheme the sales of an account earn. */
    public enum Earning {
        /** The one it held when they were recorded, so that only the change of rules shows. */
        AS_HELD,
        /** The one that daily reviews by the changed club would have brought it to by then. */
        AS_REVIEWED
    }

    public BackTestOptions {
        from = from.truncatedTo(ChronoUnit.MICROS);
        to = to.truncatedTo(ChronoUnit.MICROS);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a stretch of time from " + from + " cannot end at " + to);
        }
        if (losers < 0 || losers > MAX_LOSERS) {
            throw new IllegalArgumentException("losers must be from 0 to " + MAX_LOSERS + ", not " + losers);
        }
    }

    public static BackTestOptions between(Instant from, Instant to) {
        return new BackTestOptions(from, to, USUAL_LOSERS, Earning.AS_HELD);
    }

    public BackTestOptions earning(Earning other) {
        return new BackTestOptions(from, to, losers, other);
    }
}
