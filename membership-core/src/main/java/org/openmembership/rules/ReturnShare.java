package org.openmembership.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.openmembership.shared.Points;

/**
 * What a return of a line takes back of the points that line earned, by its share of the line's value (R39 SHARE).
 *
 * <p>Cumulative: the parts that have come back so far take together the share of their value, in whole steps; the part that
 * completes the line takes all that is left, so that any split of a return ends exactly where no sale would.
 *
 * @param earned by the line, above zero
 * @param taken back of it before
 * @param whole the line's worth: its amount, or its quantity where the amount is zero
 * @param before what had come back before, in the same measure
 */
public record ReturnShare(Points earned, Points taken, BigDecimal whole, BigDecimal before) {
    /**
     * The points due for a part that comes back now, never below zero nor more than is left.
     *
     * @param part in the same measure as the whole, sign aside
     * @param precision the step in which the club hands out points
     */
    public Points due(BigDecimal part, Points precision) {
        Points left = earned.minus(taken).max(Points.ZERO);
        BigDecimal returned = before.abs().add(part.abs());
        if (returned.compareTo(whole.abs()) >= 0) {
            return left;
        }
        BigDecimal step = precision.toBigDecimal();
        BigDecimal steps =
                earned.toBigDecimal().multiply(returned).divide(whole.abs().multiply(step), 0, RoundingMode.DOWN);
        return Points.of(steps.multiply(step)).minus(taken).max(Points.ZERO).min(left);
    }
}
