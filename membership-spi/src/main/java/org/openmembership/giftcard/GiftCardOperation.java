package org.openmembership.giftcard;

/** The calls about gift cards that carry a key; the same key may be used once for each (R27). */
public enum GiftCardOperation {
    ISSUE,
    LOAD,
    SPEND,
    REFUND,
    WRITE_OFF,
    REPLACE,
    /** That a code reach another card. */
    MOVE_CODE
}
