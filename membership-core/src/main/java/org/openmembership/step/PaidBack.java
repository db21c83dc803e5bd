package org.openmembership.step;

import java.math.BigDecimal;
import java.util.List;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.ReturnedLine;

/**
 * The money of linked returns, in the currency of the receipt that brings the goods back.
 *
 * @param originals the sales that lines come back of
 * @param given what of it goes back, or has gone back, as the points that the sales were paid with
 * @param value of the lines that come back: for each original line no more than what is left of its price after all
 *     earlier returns, and nothing where prices are in different currencies
 */
public record PaidBack(List<Purchase> originals, BigDecimal given, BigDecimal value) {
    public static final PaidBack NOTHING = new PaidBack(List.of(), BigDecimal.ZERO, BigDecimal.ZERO);

    public PaidBack {
        originals = List.copyOf(originals);
    }

    /** What one original line is still worth, as far as lines give it back. */
    static BigDecimal value(
            OriginalLine original, PurchaseLine sold, List<PurchaseLine> back, List<ReturnedLine> before) {
        BigDecimal left = sold.amount().getAmount();
        for (ReturnedLine earlier : before) {
            boolean same = earlier.original().equals(original);
            left = same ? left.add(earlier.amount().getAmount()) : left;
        }
        BigDecimal now = BigDecimal.ZERO;
        for (PurchaseLine line : back) {
            now = now.subtract(line.amount().getAmount());
        }
        return now.min(left).max(BigDecimal.ZERO);
    }
}
