package org.openmembership.ledger;

/** What an entry is (R21, B43). */
public enum EntryKind {
    SALE,
    REDEMPTION,
    EXPIRY,
    POSITIVE_ADJUSTMENT,
    NEGATIVE_ADJUSTMENT,
    /** Points that left for another account of the club. */
    TRANSFER_FROM,
    /** Points that came from another account of the club. */
    TRANSFER_TO,
    /** Points that left a lot for one with a later end, in the same account (R23). */
    EXTENSION_FROM,
    /** Points that came from a lot with an earlier end. */
    EXTENSION_TO,
    /** Undoes a named entry, or the part of it that a return gives back. */
    REVERSAL,
    /** A balance brought along from another system. */
    OPENING,
    MERGE_IN,
    MERGE_OUT
}
