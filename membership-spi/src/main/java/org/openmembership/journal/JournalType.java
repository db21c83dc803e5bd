package org.openmembership.journal;

/** What the lines of a journal are; no journal mixes them (B46). */
public enum JournalType {
    /** Points that are added to accounts or taken. */
    NORMAL,
    /** Points that go from one account to another of the club. */
    TRANSFER,
    /** Balances brought along from another system. */
    OPENING
}
