package org.openmembership.club;

import java.time.Duration;

/**
 * How points of a club are set aside for unfinished sales (R29).
 *
 * @param longest how long a hold may last at most, above zero; a hold that asks for nothing lasts as long
 * @param whenLate what becomes of a capture that comes after the hold's time
 */
public record HoldTerms(Duration longest, WhenLate whenLate) {
    public static final HoldTerms DEFAULT = new HoldTerms(Duration.ofDays(1), WhenLate.REFUSE);

    /** What to do with a capture that comes too late. */
    public enum WhenLate {
        REFUSE,
        /** Spend like an ordinary redemption, from what is there now. */
        REDEEM
    }

    public HoldTerms {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("the longest hold must last above zero, not " + longest);
        }
    }
}
