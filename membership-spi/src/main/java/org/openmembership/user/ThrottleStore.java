package org.openmembership.user;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Keeps counts of failures, so that all processes on the same data count together. */
public interface ThrottleStore {
    /** Those that are kept, locked in order of key where the database locks, in that order. */
    List<Throttle> lock(SortedSet<ThrottleKey> keys);

    /**
     * Adds those of the first version, and replaces the stored ones of the version before; no two of one key.
     *
     * <p>If another unit of work came first, this one is run again. Putting costs the same however many there are and
     * whichever of them are new, so that nobody can tell whether an account was tried before (S9).
     */
    void put(List<Throttle> throttles);

    /** Those that have counted nothing since an instant, by that instant, then key; at most {@code limit}. */
    List<ThrottleKey> quietSince(Instant instant, int limit);

    /** Takes out what has counted nothing since an instant; it is as if nothing had ever been counted. */
    void remove(List<ThrottleKey> quiet);

    /** Takes out all that was counted for these accounts, alone or together with an origin, whatever was tried (R17). */
    void forget(Set<ThrottledAccount> accounts);
}
