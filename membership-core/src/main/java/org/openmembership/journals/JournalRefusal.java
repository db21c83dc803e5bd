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
    /** Points neither leave nor reach a blocked account by a transfer; they can be posted to it. */
    BLOCKED,
    /** A transfer that names no other account to go to, or the same one. */
    NO_OTHER_ACCOUNT,
    /** No line of this type of journal makes such an entry. */
    WRONG_KIND,
    /** The points are zero, or below zero where that kind of entry adds, or above where it takes. */
    WRONG_SIGN,
    NO_REASON,
    /** The date is after today in the club's zone. */
    IN_FUTURE,
    /** The last day is before the date. */
    ENDS_BEFORE_IT_BEGINS,
    /** Points that are taken have no last day, and what is transferred has the one that the club says. */
    LAST_DAY_OF_TAKEN_POINTS,
    /** The value of a point is in another currency than the club's, below zero, or has more than six decimals. */
    WRONG_VALUE,
    /**
     * Together with the lines before, it is more of this account, or with all that was adjusted today more altogether, than the
     * actor may adjust alone (S17).
     */
    NEEDS_APPROVAL,
    /** More is taken than is available after the lines before. */
    NOT_ENOUGH_POINTS,
    /** After the transfer factor nothing would arrive. */
    NOTHING_ARRIVES,
    /** The points are not there any more, and the club, or a transfer, does not let them go or be owed. */
    ALREADY_SPENT,
    /** There is no such journal. */
    UNKNOWN_JOURNAL,
    /** The journal was undone before, or each of its lines was by itself. */
    ALREADY_REVERSED,
    /** The journal undoes another one itself; post that one anew instead. */
    IS_REVERSAL,
    /** The points, or the balance with them, would exceed what can be counted (I25). */
    OUT_OF_RANGE
}
