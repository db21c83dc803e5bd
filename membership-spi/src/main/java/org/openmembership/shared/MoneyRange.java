package org.openmembership.shared;

import org.joda.money.Money;

/** How much money every storage keeps exactly: below 10^11 of the currency's unit, with at most four decimals. */
public final class MoneyRange {
    private static final long LIMIT = 100_000_000_000L;
    private static final int MAX_SCALE = 4;

    private MoneyRange() {}

    public static boolean holds(Money amount) {
        return amount.getAmount().abs().longValue() < LIMIT && amount.getScale() <= MAX_SCALE;
    }
}
