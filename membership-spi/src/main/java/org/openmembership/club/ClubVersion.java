package org.openmembership.club;

import java.time.Instant;
import org.openmembership.shared.Document;

/**
 * A club's definition as published: it holds for what occurs from {@code effectiveFrom} until a later version does (R48).
 *
 * @param club whose definition
 * @param number 1 for the first, then without gaps; entries carry it
 * @param effectiveFrom not before the version before it
 * @param publishedAt by our clock
 * @param taking what the definition says of how lots are taken
 * @param document the definition as JSON
 */
public record ClubVersion(
        ClubId club, int number, Instant effectiveFrom, Instant publishedAt, Taking taking, Document document) {
    /**
     * How points are taken, told beside the definition to the auditor, which reads no JSON (I5).
     *
     * @param untilIdle whether the instant at which a lot lapses moves on while somebody is active (R25)
     */
    public record Taking(ConsumptionOrder order, boolean untilIdle) {
        public static Taking of(Club club) {
            return new Taking(club.terms().spending().order(), club.points().inactivity() != null);
        }
    }
}
