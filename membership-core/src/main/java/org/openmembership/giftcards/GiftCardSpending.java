package org.openmembership.giftcards;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.ExternalKey;

/**
 * Money to be spent from a gift card.
 *
 * @param code any but a PIN, as typed or scanned
 * @param pin where the card has one
 * @param amount above zero, in the card's currency
 * @param key the caller's name for this attempt
 */
public record GiftCardSpending(String code, @Nullable String pin, Money amount, ExternalKey key) {
    public static GiftCardSpending of(String code, Money amount, ExternalKey key) {
        return new GiftCardSpending(code, null, amount, key);
    }

    public GiftCardSpending pin(@Nullable String typed) {
        return new GiftCardSpending(code, typed, amount, key);
    }

    @Override
    public String toString() {
        return "GiftCardSpending[" + amount + ", " + key + "]";
    }
}
