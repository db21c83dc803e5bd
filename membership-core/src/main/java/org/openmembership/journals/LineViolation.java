package org.openmembership.journals;

/**
 * Why a journal cannot be posted as it is.
 *
 * @param line the number of the line, from 1; 0 for the journal as a whole
 * @param reason what is wrong with it
 */
public record LineViolation(int line, JournalRefusal reason) {
    static LineViolation ofWhole(JournalRefusal reason) {
        return new LineViolation(0, reason);
    }
}
