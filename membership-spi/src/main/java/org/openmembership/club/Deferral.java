package org.openmembership.club;

import java.time.Duration;

/**
 * When the sales of a club's accounts come to move points: at once, or later by a run of their own (A59, B40, B55).
 *
 * <p>What holds for a sale is settled when it is recorded; a later version of the club changes nothing about one that waits.
 *
 * @param delay how long after a sale was recorded it is posted at the earliest, by our clock; at most ten years
 * @param awaits what the host has to say besides before it is posted
 */
public record Deferral(Duration delay, Awaits awaits) {
    public static final Duration MAX_DELAY = Duration.ofDays(3_660);

    /** Sales are posted as they are recorded. */
    public static final Deferral NONE = new Deferral(Duration.ZERO, Awaits.NOTHING);

    /** What the host has to say of a sale before it is posted. */
    public enum Awaits {
        NOTHING,
        /** That its own books have it; quantities that are still to be delivered are included (A59). */
        POSTED,
        /** That its own books have it and nothing of it is still to be delivered. */
        DELIVERED
    }

    public Deferral {
        if (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0) {
            throw new IllegalArgumentException("delay must be zero to ten years, not " + delay);
        }
    }

    /** Whether sales wait at all. */
    public boolean defers() {
        return !equals(NONE);
    }
}
