package org.openmembership.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.BigMoney;
import org.openmembership.club.ItemOffer;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.Points;
import org.openmembership.shared.PromotionCode;

/** A line as it is sold under an item offer (B57). */
public record ItemPrice(ItemOffer offer, PurchaseLine line) {
    private static final int MONEY_SCALE = 4;

    /** Whether it is cheaper than without any discount. */
    boolean isCheaper() {
        return amount().isLessThan(regular());
    }

    /** The line at the offer's price, which took the place of every other discount; its tax is a share of what it was (R51). */
    public PurchaseLine sold() {
        Article article = line.article();
        return new PurchaseLine(
                line.number(),
                new Article(
                        article.sku(),
                        article.categories(),
                        article.specialGroups(),
                        PromotionCode.of(offer.id().value())),
                line.quantity(),
                new PurchaseLine.Price(amount(), tax(), regular().minus(amount())),
                null);
    }

    /** What the line takes besides. */
    public Points points() {
        BigDecimal exact = offer.points().toBigDecimal().multiply(line.quantity());
        return Points.of(exact.setScale(Points.SCALE, RoundingMode.HALF_UP));
    }

    private BigMoney amount() {
        return money(offer.price().multiply(line.quantity()).setScale(MONEY_SCALE, RoundingMode.HALF_UP));
    }

    private BigMoney tax() {
        BigDecimal before = line.amount().getAmount();
        BigDecimal tax = line.price().tax().getAmount().multiply(amount().getAmount());
        return money(before.signum() == 0 ? BigDecimal.ZERO : tax.divide(before, MONEY_SCALE, RoundingMode.HALF_UP));
    }

    private BigMoney regular() {
        return line.amount().plus(line.price().discount());
    }

    private BigMoney money(BigDecimal amount) {
        return BigMoney.of(line.amount().getCurrencyUnit(), amount);
    }
}
