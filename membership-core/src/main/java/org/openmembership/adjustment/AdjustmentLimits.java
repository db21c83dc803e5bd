package org.openmembership.adjustment;

import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;

/**
 * Host port: how many points an actor may add or take at once without anybody else (S17).
 *
 * <p>Asked before the unit of work is open. Implementations are thread-safe.
 */
@FunctionalInterface
public interface AdjustmentLimits {
    /** Whoever may adjust may do so alone, whatever the amount. */
    AdjustmentLimits NONE = actor -> null;

    /** The most that {@code actor} may add or take alone; null for no limit. */
    @Nullable
    Points alone(Actor actor);
}
