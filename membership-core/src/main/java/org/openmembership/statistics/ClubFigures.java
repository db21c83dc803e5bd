package org.openmembership.statistics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openmembership.club.ClubId;
import org.openmembership.club.SchemeId;

/**
 * The figures of a club, whole and by scheme.
 *
 * @param all of the club
 * @param bySchemes flows by the scheme that an account held when they happened, all else by the one it holds now
 */
public record ClubFigures(ClubId club, Figures all, SortedMap<SchemeId, Figures> bySchemes) {
    public ClubFigures {
        bySchemes = Collections.unmodifiableSortedMap(new TreeMap<>(bySchemes));
    }
}
