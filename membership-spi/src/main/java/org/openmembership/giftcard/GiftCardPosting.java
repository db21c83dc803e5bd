package org.openmembership.giftcard;

/**
 * An entry together with the card it leaves behind.
 *
 * @param after the card, its next version
 */
public record GiftCardPosting(GiftCard after, GiftCardEntry entry) {}
