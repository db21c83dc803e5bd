package org.openmembership.club;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openmembership.shared.Points;

/**
 * What one point is worth in money; frozen on each entry, so that totals keep their value for ever (R31).
 *
 * @param perPoint zero or more, at most six decimals: {@code EUR 0.005} is half a cent a point
 */
public record PointValue(BigMoney perPoint) {
    public static final int SCALE = 6;

    public PointValue {
        BigDecimal amount = Decimals.notNegative("PointValue", perPoint.getAmount());
        perPoint = BigMoney.of(perPoint.getCurrencyUnit(), amount);
    }

    public static PointValue of(CurrencyUnit currency, String perPoint) {
        return new PointValue(BigMoney.of(currency, new BigDecimal(perPoint)));
    }

    public CurrencyUnit currency() {
        return perPoint.getCurrencyUnit();
    }

    /** The money {@code points} stand for, cut toward zero to what the currency can pay. */
    public Money of(Points points) {
        return perPoint.multipliedBy(points.toBigDecimal()).toMoney(RoundingMode.DOWN);
    }
}
