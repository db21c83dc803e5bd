package org.openmembership.giftcards;

/** Why a gift card does not take the money that points are worth. All but {@link #UNKNOWN_CARD} stand. */
public enum PointsToCardRefusal {
    /** There is no such card; nothing was kept, the key stays free. */
    UNKNOWN_CARD,
    /** Only digital cards receive points (R50). */
    PHYSICAL_CARD,
    /** The card is no member's of the account. */
    OTHER_OWNER,
    /** The card is blocked, replaced, or its last day has ended. */
    CARD_NOT_USABLE,
    /** The money on the card is in another currency. */
    OTHER_CARD_CURRENCY,
    /** More would be on the card than can be kept. */
    TOO_MUCH_MONEY
}
