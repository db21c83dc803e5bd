package org.openmembership.purchase;

import java.math.BigDecimal;
import org.joda.money.BigMoney;

/** The bounds every amount and quantity of a sale keeps, so that no storage has to round one (R22). */
final class Amounts {
    static final int MAX_SCALE = 4;
    private static final BigDecimal LIMIT = BigDecimal.valueOf(100_000_000_000L);

    private Amounts() {}

    static BigDecimal exact(String what, BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > MAX_SCALE || stripped.abs().compareTo(LIMIT) > 0) {
            throw new IllegalArgumentException(
                    what + " must have at most 4 decimals and stay below 10^11, but is " + value);
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigMoney exact(String what, BigMoney value) {
        return BigMoney.of(value.getCurrencyUnit(), exact(what, value.getAmount()));
    }
}
