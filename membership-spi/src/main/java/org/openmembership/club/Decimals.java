package org.openmembership.club;

import java.math.BigDecimal;

/** One spelling per number, so that two definitions that mean the same are equal. */
final class Decimals {
    private static final int MAX_SCALE = 6;
    private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000_000L);

    private Decimals() {}

    static BigDecimal canonical(String what, BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > MAX_SCALE || stripped.abs().compareTo(LIMIT) > 0) {
            throw new IllegalArgumentException(
                    what + " must have at most 6 decimals and stay below 10^12, but is " + value);
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal positive(String what, BigDecimal value) {
        BigDecimal canonical = canonical(what, value);
        if (canonical.signum() <= 0) {
            throw new IllegalArgumentException(what + " must be above zero, but is " + value);
        }
        return canonical;
    }

    static BigDecimal notNegative(String what, BigDecimal value) {
        BigDecimal canonical = canonical(what, value);
        if (canonical.signum() < 0) {
            throw new IllegalArgumentException(what + " must not be below zero, but is " + value);
        }
        return canonical;
    }
}
