package org.openmembership.journal;

import org.openmembership.club.ClubId;

/**
 * The name of a journal.
 *
 * @param club its numbers count by themselves
 * @param number 1 for the first journal of a club, then without gaps in the order in which they were posted
 */
public record JournalId(ClubId club, long number) {
    public JournalId {
        if (number < 1) {
            throw new IllegalArgumentException("journals are numbered from 1, not " + number);
        }
    }

    @Override
    public String toString() {
        return club + "/" + number;
    }
}
