package org.openmembership.step;

/** What a sale came to on an account; the names are those kept with its command. */
public enum SaleOutcome {
    /** Entries were written. */
    POSTED,
    /** It earned and took back nothing. */
    NOTHING,
    CLOSED,
    /** It is in another currency than the club's and says no rate (R33). */
    RATE_MISSING,
    /** Its points, or the balance with them, would exceed what can be counted (I25). */
    OUT_OF_RANGE,
    /** It earned nothing because nobody has registered for the account (D23). */
    NOT_ELIGIBLE,
    /** It is posted later (A59). */
    WAITING,
    /** It waited, and was called off. */
    WITHDRAWN
}
