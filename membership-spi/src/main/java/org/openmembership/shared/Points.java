package org.openmembership.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact number of points with two decimals, positive or negative (R22).
 *
 * <p>Held as hundredths in a {@code long}; all arithmetic is exact and refuses to leave the range of 10<sup>12</sup>
 * points either way (I25).
 *
 * @param hundredths the number of points times one hundred
 */
public record Points(long hundredths) implements Comparable<Points> {
    public static final int SCALE = 2;
    public static final Points ZERO = new Points(0);
    private static final long LIMIT = 100_000_000_000_000L;

    /** No balance and no movement is more (I25). */
    public static final Points MAX = new Points(LIMIT);

    public Points {
        if (hundredths > LIMIT || hundredths < -LIMIT) {
            throw new ArithmeticException("points out of range: " + BigDecimal.valueOf(hundredths, SCALE));
        }
    }

    public static Points of(long whole) {
        return new Points(Math.multiplyExact(whole, 100L));
    }

    public static Points ofHundredths(long hundredths) {
        return hundredths == 0 ? ZERO : new Points(hundredths);
    }

    /** @throws ArithmeticException if {@code amount} has more than two decimals or is out of range */
    public static Points of(BigDecimal amount) {
        return ofHundredths(
                amount.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    public Points plus(Points other) {
        return ofHundredths(Math.addExact(hundredths, other.hundredths));
    }

    public Points minus(Points other) {
        return ofHundredths(Math.subtractExact(hundredths, other.hundredths));
    }

    public Points negated() {
        return ofHundredths(-hundredths);
    }

    public Points min(Points other) {
        return hundredths <= other.hundredths ? this : other;
    }

    public Points max(Points other) {
        return hundredths >= other.hundredths ? this : other;
    }

    public boolean isZero() {
        return hundredths == 0;
    }

    public boolean isPositive() {
        return hundredths > 0;
    }

    public boolean isNegative() {
        return hundredths < 0;
    }

    public boolean isLessThan(Points other) {
        return hundredths < other.hundredths;
    }

    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(hundredths, SCALE);
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(hundredths, other.hundredths);
    }

    /** Plain digits, decimals only where there are any: {@code 12}, {@code 12.5}, {@code -0.25}. */
    @Override
    public String toString() {
        return hundredths == 0 ? "0" : toBigDecimal().stripTrailingZeros().toPlainString();
    }
}
