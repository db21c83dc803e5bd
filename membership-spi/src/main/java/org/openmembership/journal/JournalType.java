package org.openmembership.journal;

/** What the lines of a journal are; no journal mixes them (B46). */
public enum JournalType {
    /** Points that are added to accounts or taken. */
    NORMAL,
    /** Balances brought along from another system. */
    OPENING
}
