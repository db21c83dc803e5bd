package org.openmembership.flow;

import java.math.BigDecimal;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.shared.Points;

/**
 * A sum over entries that belong together.
 *
 * @param scheme that their accounts held when they were made
 * @param kind the label on their points
 * @param flow what they mean
 * @param total what they come to
 */
public record PointFlow(SchemeId scheme, PointKind kind, Flow flow, Total total) {
    /**
     * @param entries how many there are
     * @param points below zero for what went out
     * @param value of the points in the club's currency, each by the value it had then (R31); below zero for what went out
     */
    public record Total(long entries, Points points, BigDecimal value) {
        public static final Total NONE = new Total(0, Points.ZERO, BigDecimal.ZERO);

        public Total plus(Total other) {
            return new Total(entries + other.entries, points.plus(other.points), value.add(other.value));
        }
    }
}
