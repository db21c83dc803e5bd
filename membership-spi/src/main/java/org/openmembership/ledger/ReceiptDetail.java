package org.openmembership.ledger;

/** How much a receipt says about points (B19). */
public enum ReceiptDetail {
    /** Nothing. */
    NONE,
    /** What this sale earned and used. */
    ISSUED,
    /** The same, with the balance before and after, what is pending, held, and lapses next. */
    SUMMARY,
    /** The same, with the scheme that is held and until when, the next one, what it gives, what is missing to it and by when (B23). */
    SCHEMES
}
