package org.openmembership.giftcard;

/** What a gift card is made of. */
public enum GiftCardKind {
    /** A code alone, shown on a screen; the only kind that points can be redeemed to (A49). */
    DIGITAL,
    /** Printed. */
    PHYSICAL
}
