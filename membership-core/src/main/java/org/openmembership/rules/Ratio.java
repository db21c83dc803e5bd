package org.openmembership.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.openmembership.club.RoundingRule;
import org.openmembership.shared.Points;

/**
 * An exact fraction. Not brought to lowest terms: denominators come from the few rates of a club, so sums mostly meet the
 * same one and stay small.
 *
 * @param denominator above zero
 */
record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {
    static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);

    static Ratio of(BigDecimal value) {
        return value.scale() <= 0
                ? new Ratio(value.toBigIntegerExact(), BigInteger.ONE)
                : new Ratio(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    static Ratio of(Points points) {
        return of(points.toBigDecimal());
    }

    Ratio plus(Ratio other) {
        if (denominator.equals(other.denominator)) {
            return new Ratio(numerator.add(other.numerator), denominator);
        }
        BigInteger common = common(denominator, other.denominator);
        return new Ratio(over(common).add(other.over(common)), common);
    }

    Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Ratio dividedBy(Ratio other) {
        Ratio product = new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
        return product.denominator.signum() > 0
                ? product
                : new Ratio(product.numerator.negate(), product.denominator.negate());
    }

    Ratio abs() {
        return new Ratio(numerator.abs(), denominator);
    }

    int signum() {
        return numerator.signum();
    }

    /** Its numerator over a denominator that is a multiple of its own. */
    BigInteger over(BigInteger common) {
        return denominator.equals(common) ? numerator : numerator.multiply(common.divide(denominator));
    }

    /** For people: six decimals, which need not be exact. */
    BigDecimal shown() {
        BigDecimal shown = new BigDecimal(numerator).divide(new BigDecimal(denominator), 6, RoundingMode.HALF_UP);
        BigDecimal stripped = shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The least number of hundredths that is not below it. */
    Points roundedUp() {
        BigDecimal exact =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), Points.SCALE, RoundingMode.CEILING);
        return Points.of(exact);
    }

    static BigInteger common(BigInteger one, BigInteger other) {
        return one.equals(other) ? one : one.divide(one.gcd(other)).multiply(other);
    }

    Points rounded(RoundingRule rule) {
        return rule.round(new BigDecimal(numerator), new BigDecimal(denominator));
    }

    @Override
    public int compareTo(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
