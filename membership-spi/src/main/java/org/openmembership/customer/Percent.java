package org.openmembership.customer;

import java.math.BigDecimal;

/**
 * An exact share of a hundred.
 *
 * @param value 0 to 100 with at most 4 decimals; kept without trailing zeros
 */
public record Percent(BigDecimal value) {
    public static final int MAX_SCALE = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    public static final Percent ZERO = new Percent(BigDecimal.ZERO);

    public Percent {
        value = value.stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
        if (value.signum() < 0 || value.compareTo(HUNDRED) > 0 || value.scale() > MAX_SCALE) {
            throw new IllegalArgumentException("Percent must be 0 to 100 with at most 4 decimals");
        }
    }

    public static Percent of(String value) {
        return new Percent(new BigDecimal(value));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public String toString() {
        return value.toPlainString() + "%";
    }
}
