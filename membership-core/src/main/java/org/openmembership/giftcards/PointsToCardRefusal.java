package org.openmembership.giftcards;

import org.openmembership.step.Asking;

/**
 * Why points did not become money on a gift card. {@link #UNKNOWN_ACCOUNT} and {@link #UNKNOWN_CARD} keep the key free; the
 * others stand.
 */
public enum PointsToCardRefusal {
    NOT_ENOUGH_POINTS,
    /** Less than the minimum of the club or scheme. */
    BELOW_MINIMUM,
    NOT_A_STEP,
    /** More than points may pay; never where nothing is due. */
    ABOVE_SHARE,
    /** More than the limit of the period leaves. */
    ABOVE_LIMIT,
    /** As often as the limit of the period allows points were redeemed already. */
    TOO_OFTEN,
    /** Club, card and amount are not in one currency. */
    OTHER_CURRENCY,
    /** Points of the club are worth no money. */
    NO_VALUE,
    /** The account is blocked. */
    BLOCKED,
    /** The account is closed. */
    CLOSED,
    UNKNOWN_ACCOUNT,
    UNKNOWN_CARD,
    /** Only digital cards receive points (R50). */
    PHYSICAL_CARD,
    /** The card is no member's of the account. */
    OTHER_OWNER,
    /** The card is blocked, replaced, or its last day has ended. */
    CARD_NOT_USABLE,
    /** More would be on the card than can be kept. */
    TOO_MUCH_MONEY;

    static PointsToCardRefusal of(Asking.Refusal refusal) {
        return valueOf(refusal.reason().name());
    }
}
