package org.openmembership.purchase;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;

/**
 * What one unit of a sale's currency is in another (R33).
 *
 * @param currency the other one
 * @param rate above zero, below a billion, at most eight decimals
 */
public record ExchangeRate(CurrencyUnit currency, BigDecimal rate) {
    public static final int SCALE = 8;
    private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000L);

    public ExchangeRate {
        rate = rate.stripTrailingZeros();
        if (rate.signum() <= 0 || rate.scale() > SCALE || rate.compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException(
                    "a rate is above zero, below 10^9 and has at most 8 decimals, not " + rate);
        }
        rate = rate.scale() < 0 ? rate.setScale(0) : rate;
    }

    public static ExchangeRate of(String currency, String rate) {
        return new ExchangeRate(CurrencyUnit.of(currency), new BigDecimal(rate));
    }
}
