package org.openmembership.ledger;

import java.time.LocalDate;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;

/**
 * How many points an actor has adjusted in a day without anybody else's approval (S17): what was added and what was taken
 * count alike. It only ever grows, under its own lock.
 *
 * @param day by the shop's clock
 * @param points above zero
 * @param version how often it was changed; 1 when it is new
 */
public record AdjustedDay(Actor by, LocalDate day, Points points, long version) {
    public AdjustedDay {
        if (!points.isPositive() || version < 1) {
            throw new IllegalArgumentException(
                    "an adjusted day is above zero, not " + points + " in version " + version);
        }
    }

    /** The first of a day. */
    public static AdjustedDay first(Actor by, LocalDate day, Points points) {
        return new AdjustedDay(by, day, points, 1);
    }

    public AdjustedDay plus(Points more) {
        return new AdjustedDay(by, day, points.plus(more), version + 1);
    }
}
