package org.openmembership.giftcard;

/** What may be done with a gift card, but for its last day. */
public enum GiftCardStatus {
    ACTIVE,
    /** Nothing is spent or loaded; what was paid with it may still be given back. */
    BLOCKED,
    /** Another card has its money and its place, for good. */
    REPLACED
}
