package org.openmembership.card;

/** Whether a card identifies its account. */
public enum CardStatus {
    ACTIVE,
    BLOCKED
}
