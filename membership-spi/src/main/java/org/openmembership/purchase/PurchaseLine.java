package org.openmembership.purchase;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * One line of a purchase (A27, A57).
 *
 * @param number its number on the receipt, from 1, unique in the purchase
 * @param article what was sold
 * @param quantity below zero on a return; at most four decimals
 * @param price what it cost
 * @param returnOf the line it gives back, null on a sale and on a return that names none
 */
public record PurchaseLine(
        int number,
        Article article,
        BigDecimal quantity,
        Price price,
        @Nullable OriginalLine returnOf) {
    public PurchaseLine {
        quantity = Amounts.exact("quantity", quantity);
        if (number < 1) {
            throw new IllegalArgumentException("line numbers start at 1, not " + number);
        }
        if (returnOf != null && quantity.signum() >= 0) {
            throw new IllegalArgumentException("line " + number + " names an original but returns nothing");
        }
    }

    /**
     * What a line cost, all of it after discounts; at most four decimals, never rounded.
     *
     * @param amount with tax; below zero on a return
     * @param tax what of the amount is tax
     * @param discount what was taken off before, for information
     */
    public record Price(BigMoney amount, BigMoney tax, BigMoney discount) {
        public Price {
            amount = Amounts.exact("amount", amount);
            tax = Amounts.exact("tax", tax);
            discount = Amounts.exact("discount", discount);
            if (!tax.getCurrencyUnit().equals(amount.getCurrencyUnit())
                    || !discount.getCurrencyUnit().equals(amount.getCurrencyUnit())) {
                throw new IllegalArgumentException("amount, tax and discount of a line are in one currency");
            }
        }

        public static Price of(BigMoney amount) {
            BigMoney nothing = BigMoney.zero(amount.getCurrencyUnit());
            return new Price(amount, nothing, nothing);
        }

        public BigMoney net() {
            return amount.minus(tax);
        }
    }

    public boolean isReturn() {
        return quantity.signum() < 0;
    }

    public BigMoney amount() {
        return price.amount();
    }
}
