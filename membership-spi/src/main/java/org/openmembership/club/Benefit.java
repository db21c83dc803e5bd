package org.openmembership.club;

import org.openmembership.shared.Texts;

/**
 * Something a scheme gives that the host grants at the till (B3).
 *
 * @param kind what sort
 * @param value its measure as the host understands it: {@code 5} percent, a price group's code, a text for the member
 */
public record Benefit(Kind kind, String value) {
    /** The sorts of benefit. */
    public enum Kind {
        DISCOUNT_PERCENT,
        PRICE_GROUP,
        DISCOUNT_GROUP,
        FREE_DELIVERY,
        OTHER
    }

    public Benefit {
        Texts.requireCode("Benefit.value", value, 200);
    }
}
