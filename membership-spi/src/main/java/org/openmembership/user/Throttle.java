package org.openmembership.user;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often something has been tried in vain, and until when it may not be tried again (S10).
 *
 * @param key what is counted
 * @param failures at {@code countedAt}; they are forgotten one by one
 * @param countedAt when the last one was
 * @param pausedUntil before it nothing is tried
 * @param trustedAt when it last succeeded; null if it never did
 * @param version counts the changes of this record, from 1; 0 for one that is not kept yet
 */
public record Throttle(
        ThrottleKey key,
        int failures,
        Instant countedAt,
        Instant pausedUntil,
        @Nullable Instant trustedAt,
        int version) {
    /** The version of one that is kept for the first time. */
    public static final int FIRST_VERSION = 1;

    private static final Duration TRUST = Duration.ofDays(90);

    /** Nothing has been counted yet. */
    public static Throttle none(ThrottleKey key, Instant now) {
        return new Throttle(key, 0, now, now, null, 0);
    }

    public boolean isPaused(Instant now) {
        return now.isBefore(pausedUntil);
    }

    /** Whether it has succeeded within 90 days. */
    public boolean isTrusted(Instant now) {
        return trustedAt != null && now.isBefore(trustedAt.plus(TRUST));
    }

    /** One more failure. */
    public Throttle failed(ThrottleLimit limit, Instant now) {
        int all = limit.remembered(failures, countedAt, now) + 1;
        return new Throttle(key, all, now, now.plus(limit.pause(all)), trustedAt, version + 1);
    }

    /** What was counted as a failure just now was none. */
    public Throttle takenBack(Instant now) {
        return new Throttle(key, Math.max(0, failures - 1), countedAt, now, trustedAt, version + 1);
    }

    /** A success: nothing before it counts any more. */
    public Throttle succeeded(Instant now) {
        return new Throttle(key, 0, now, now, now, version + 1);
    }
}
