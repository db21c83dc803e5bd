package org.openmembership.giftcard;

/** What an entry of a gift card is about. */
public enum GiftCardEntryKind {
    /** Somebody paid for it. */
    LOAD(true),
    SPEND(false),
    /** What was spent is given back, or a part of it. */
    REFUND(true),
    /** Points of an account were redeemed to it (A49). */
    POINTS(true),
    /** That redemption was undone. */
    POINTS_BACK(false),
    /** What was left after the last day. */
    WRITE_OFF(false),
    /** The money of the card whose place this one takes. */
    REPLACED_IN(true),
    /** The money is on the card that takes this one's place. */
    REPLACED_OUT(false);

    private final boolean adds;

    GiftCardEntryKind(boolean adds) {
        this.adds = adds;
    }

    /** Whether its amounts are above zero; the others' are below. */
    public boolean adds() {
        return adds;
    }
}
