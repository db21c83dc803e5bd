package org.openmembership.idempotency;

/** The commands that carry a key; the same key may be used once for each (R27). */
public enum Operation {
    SALE,
    /** That what a sale earned be taken back, because it is somebody else's. */
    SALE_TAKEN,
    /** That a sale earn for whoever it was given to. */
    SALE_GIVEN,
    /** That something happened for which the club gives points. */
    EVENT,
    REDEMPTION,
    /** That points be redeemed to a gift card. */
    GIFT_CARD,
    ADJUSTMENT,
    /** That an adjustment be made, which another actor is to approve. */
    ADJUSTMENT_PROPOSAL,
    REVERSAL,
    TRANSFER,
    /** That a whole journal be posted, or undone. */
    JOURNAL,
    /** That a balance of another system be taken over. */
    OPENING,
    /** That the points of a card without a person come to whoever shows up with it. */
    TAKEOVER,
    /** That a member brings an account to one that a family shares. */
    POOLING,
    EXPIRY,
    MERGE,
    UNMERGE,
    /** That points of a lot be usable longer, or again. */
    EXTENSION,
    /** That points be set aside. */
    HOLD,
    /** That held points be spent. */
    CAPTURE,
    /** That held points be free again. */
    RELEASE,
    /** That a scheme be held that was paid for. */
    SUBSCRIPTION,
    /** That what is left of that be given back. */
    SUBSCRIPTION_REFUND,
    /** That what an account holds is written off, because its owner is erased. */
    ERASURE;

    /** Whether a reversal by it undoes all that is left of an entry, for good; a return that gives back a part does not. */
    public boolean undoesWhole() {
        return this == REVERSAL || this == JOURNAL;
    }
}
