package org.openmembership.giftcards;

import org.joda.money.Money;
import org.openmembership.account.AccountId;
import org.openmembership.giftcard.GiftCardId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;

/**
 * Points to become money on a gift card (A49).
 *
 * @param account whose points
 * @param card a digital one of a member of the account
 * @param amount above zero, in the club's currency; the points are the fewest that are worth as much
 * @param key the caller's name for this attempt
 * @param scene who and where, for the history
 */
public record PointsToCard(AccountId account, GiftCardId card, Money amount, ExternalKey key, PointEntry.Scene scene) {
    public static PointsToCard of(AccountId account, GiftCardId card, Money amount, ExternalKey key) {
        return new PointsToCard(account, card, amount, key, PointEntry.Scene.UNKNOWN);
    }
}
