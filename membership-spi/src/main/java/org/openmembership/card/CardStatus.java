package org.openmembership.card;

/** What can be done with a card (B33). */
public enum CardStatus {
    /** Made, and nobody's. */
    FREE,
    /** Nobody's, and in a store to be handed out. */
    ALLOCATED,
    /** It identifies its account. */
    ACTIVE,
    BLOCKED
}
