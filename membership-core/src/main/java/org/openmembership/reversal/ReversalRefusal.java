package org.openmembership.reversal;

/** Why an entry was not undone. {@link #UNKNOWN_ENTRY} keeps the key free; the others stand. */
public enum ReversalRefusal {
    /** There is no such entry or account. */
    UNKNOWN_ENTRY,
    /** Only sales, redemptions, adjustments and opening balances can be undone. */
    NOT_REVERSIBLE,
    /** It was undone before, by another key. */
    ALREADY_REVERSED,
    /** Its points are spent, and the club does not take them back then. */
    ALREADY_SPENT,
    CLOSED,
    /** Its points went to a gift card, and what they paid for is not on it any more (A49, R50). */
    GIFT_CARD_SPENT
}
