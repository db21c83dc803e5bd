package org.openmembership.step;

import java.time.Instant;
import org.openmembership.club.Club;
import org.openmembership.rules.ClubRules;

/**
 * A club as it stands from {@code effectiveFrom} on.
 *
 * @param club its definition
 * @param version its number
 * @param rules its rules and offers, ready to be asked
 */
public record PublishedClub(Club club, int version, Instant effectiveFrom, ClubRules rules) {}
