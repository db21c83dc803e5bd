package org.openmembership.user;

import java.time.Duration;
import java.time.Instant;

/**
 * How many failures are free, and how long the pauses are that follow more of them (S10).
 *
 * @param free how many failures have no pause; 0 or more
 * @param firstPause after the first that is not free; each further one doubles it
 * @param longestPause where doubling ends
 * @param forgetsAfter how long it takes to forget one failure
 */
public record ThrottleLimit(int free, Duration firstPause, Duration longestPause, Duration forgetsAfter) {
    private static final int MOST_DOUBLINGS = 20;

    public ThrottleLimit {
        boolean positive = !firstPause.isNegative()
                && !firstPause.isZero()
                && firstPause.compareTo(longestPause) <= 0
                && longestPause.compareTo(Duration.ofDays(1)) <= 0
                && !forgetsAfter.isNegative()
                && !forgetsAfter.isZero();
        if (free < 0 || !positive) {
            throw new IllegalArgumentException("ThrottleLimit: free " + free + ", pauses " + firstPause + " to "
                    + longestPause + ", forgets after " + forgetsAfter);
        }
    }

    /** The pause after {@code failures} that are not forgotten. */
    Duration pause(int failures) {
        int doublings = failures - free - 1;
        if (doublings < 0) {
            return Duration.ZERO;
        }
        Duration pause = firstPause.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    /** How many of {@code failures}, the last of them at {@code since}, are not forgotten. */
    int remembered(int failures, Instant since, Instant now) {
        long forgotten = Math.max(0, Duration.between(since, now).dividedBy(forgetsAfter));
        return (int) Math.max(0, failures - forgotten);
    }
}
