package org.openmembership.rules;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.openmembership.purchase.PurchaseLine;

/**
 * By what the share of a line that comes back is worked out: its amount, or its quantity where the line cost nothing or was
 * paid back in other money (R39).
 */
public record ReturnMeasure(boolean byAmount) {
    /** @param sameCurrency whether all that came back of the sale was paid back in the sale's own money */
    public static ReturnMeasure of(PurchaseLine sold, boolean sameCurrency) {
        return new ReturnMeasure(!sold.amount().isZero() && sameCurrency);
    }

    public BigDecimal of(BigDecimal quantity, BigMoney amount) {
        return byAmount ? amount.getAmount() : quantity;
    }

    public BigDecimal whole(PurchaseLine sold) {
        return of(sold.quantity(), sold.amount());
    }
}
