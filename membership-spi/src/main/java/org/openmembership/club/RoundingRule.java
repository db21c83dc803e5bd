package org.openmembership.club;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.openmembership.shared.Points;

/**
 * How a club turns an exact result into points it hands out, once per sale (R22).
 *
 * <p>{@link Direction#DOWN} is toward zero and {@link Direction#UP} away from it, so that a sale and its return mirror each
 * other.
 *
 * @param precision the smallest step handed out, above zero: one point by default
 */
public record RoundingRule(Points precision, Direction direction) {
    public static final RoundingRule WHOLE_POINTS_DOWN = new RoundingRule(Points.of(1), Direction.DOWN);

    /** Where a result between two steps goes. */
    public enum Direction {
        DOWN(RoundingMode.DOWN),
        UP(RoundingMode.UP),
        NEAREST(RoundingMode.HALF_UP);

        private final RoundingMode mode;

        Direction(RoundingMode mode) {
            this.mode = mode;
        }
    }

    public RoundingRule {
        if (!precision.isPositive()) {
            throw new IllegalArgumentException("RoundingRule.precision must be above zero, but is " + precision);
        }
    }

    /** Rounds {@code numerator / denominator} points, which need not be a finite decimal. */
    public Points round(BigDecimal numerator, BigDecimal denominator) {
        BigDecimal step = precision.toBigDecimal();
        BigDecimal steps = numerator.divide(denominator.multiply(step), 0, direction.mode);
        return Points.of(steps.multiply(step));
    }

    public Points round(BigDecimal exact) {
        return round(exact, BigDecimal.ONE);
    }
}
