package org.openmembership.user;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/** Keeps counts of failures, so that all processes on the same data count together. */
public interface ThrottleStore {
    /** Those that are kept, locked in order of key where the database locks, in that order. */
    List<Throttle> lock(SortedSet<ThrottleKey> keys);

    /**
     * Adds one of the first version, or replaces the stored one of the version before.
     *
     * <p>If another unit of work came first, this one is run again.
     */
    void put(Throttle throttle);

    /** Those that have counted nothing since an instant, by that instant, then key; at most {@code limit}. */
    List<ThrottleKey> quietSince(Instant instant, int limit);

    /** Takes out what has counted nothing since an instant; it is as if nothing had ever been counted. */
    void remove(List<ThrottleKey> quiet);
}
