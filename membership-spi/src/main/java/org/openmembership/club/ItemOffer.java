package org.openmembership.club;

import java.math.BigDecimal;
import org.openmembership.shared.Points;

/**
 * An item sold cheaper to whoever gives up points for it: 55.00, or 15.00 and 25 points (B57).
 *
 * <p>It takes the place of every other discount of the line, but only where the customer accepts it (R51).
 *
 * @param id unique among the club's item offers; the promotion that an accepted line is sold under
 * @param state only published offers are made
 * @param choice when it is made; of several, the customer chooses
 * @param condition what a line must be
 * @param price of one unit, in the club's currency
 * @param points that one unit takes besides, above zero
 */
public record ItemOffer(
        RuleId id,
        Publication state,
        PointRule.Choice choice,
        LineCondition condition,
        BigDecimal price,
        Points points) {
    public ItemOffer {
        price = Decimals.notNegative("ItemOffer.price", price);
        if (!points.isPositive()) {
            throw new IllegalArgumentException("an item offer takes points above zero, not " + points);
        }
    }

    /** A published offer that is always made. */
    public static ItemOffer of(String id, LineCondition condition, String price, long points) {
        return new ItemOffer(
                RuleId.of(id),
                Publication.PUBLISHED,
                new PointRule.Choice(0, Validity.ALWAYS),
                condition,
                new BigDecimal(price),
                Points.of(points));
    }
}
