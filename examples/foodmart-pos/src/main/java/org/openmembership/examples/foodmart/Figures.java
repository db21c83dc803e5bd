package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.joda.money.Money;
import org.openmembership.shared.Points;

/** Numbers as people read them: {@code 1,735,569} and {@code 17,355.69 USD}. */
public final class Figures {
    private Figures() {}

    static String of(long number) {
        return of(BigDecimal.valueOf(number), 0);
    }

    public static String of(Points points) {
        BigDecimal exact = points.toBigDecimal().stripTrailingZeros();
        return of(exact, Math.max(0, exact.scale()));
    }

    public static String of(BigDecimal amount) {
        return of(amount, 2);
    }

    public static String of(Money money) {
        return of(money.getAmount(), money.getScale()) + " " + money.getCurrencyUnit();
    }

    /** A share to the nearest percent; nothing of nothing is 0 %. */
    static String percent(long part, long all) {
        return (all == 0 ? 0 : (200 * part + all) / (2 * all)) + " %";
    }

    private static String of(BigDecimal number, int decimals) {
        String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
