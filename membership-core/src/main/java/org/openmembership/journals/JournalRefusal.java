package org.openmembership.journals;

/** What is wrong with a line of a journal, or with the journal as a whole. */
public enum JournalRefusal {
    /** There is no such club. */
    UNKNOWN_CLUB,
    NO_LINES,
    /** More than {@link Journals#MAX_LINES}. */
    TOO_MANY_LINES,
    UNKNOWN_ACCOUNT,
    /** The account is in another club than the journal. */
    OTHER_CLUB,
    CLOSED,
    /** No line of this type of journal makes such an entry. */
    WRONG_KIND,
    /** The points are zero, or below zero where that kind of entry adds, or above where it takes. */
    WRONG_SIGN,
    NO_REASON,
    /** The date is after today in the club's zone. */
    IN_FUTURE,
    /** The last day is before the date. */
    ENDS_BEFORE_IT_BEGINS,
    /** Points that are taken have no last day. */
    LAST_DAY_OF_TAKEN_POINTS,
    /** The value of a point is in another currency than the club's, below zero, or has more than six decimals. */
    WRONG_VALUE,
    /** Together with the lines before, it is more of this account than the actor may adjust alone (S17). */
    NEEDS_APPROVAL,
    /** More is taken than is available after the lines before. */
    NOT_ENOUGH_POINTS,
    /** The points, or the balance with them, would exceed what can be counted (I25). */
    OUT_OF_RANGE
}
