package org.openmembership.adjustment;

import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;

/**
 * Host port: how many points an actor may add and take in a day, all together, without anybody else (S17).
 *
 * <p>Asked before the unit of work is open. Implementations are thread-safe.
 */
@FunctionalInterface
public interface DailyLimits {
    /** However often somebody adjusts, it is not counted. */
    DailyLimits NONE = actor -> null;

    /** The most that {@code actor} may add and take in a day of the shop's; null for no limit. */
    @Nullable
    Points ofDay(Actor actor);
}
