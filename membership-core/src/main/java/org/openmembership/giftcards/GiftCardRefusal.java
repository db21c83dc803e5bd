package org.openmembership.giftcards;

/**
 * Why nothing was done with a gift card. {@link #UNKNOWN_CARD}, {@link #UNKNOWN_MEMBER} and {@link #CODE_TAKEN} keep the key
 * free; the others stand: the same key does not succeed later.
 */
public enum GiftCardRefusal {
    UNKNOWN_CARD,
    UNKNOWN_MEMBER,
    /** A code reaches another card already. */
    CODE_TAKEN,
    /** The card has no code of this kind. */
    NO_SUCH_CODE,
    BLOCKED,
    /** Another card has its place, and its money. */
    REPLACED,
    /** Its last day has ended. */
    EXPIRED,
    /** Its last day has not ended, so nothing is written off. */
    NOT_EXPIRED,
    OTHER_CURRENCY,
    NOT_ENOUGH_MONEY,
    /** More would be on it than can be kept. */
    TOO_MUCH_MONEY,
    /** The card has no such entry, or it spent nothing. */
    UNKNOWN_SPEND,
    /** More would be given back than was spent. */
    MORE_THAN_SPENT,
    NOTHING_LEFT
}
