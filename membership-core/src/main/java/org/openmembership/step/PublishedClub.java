package org.openmembership.step;

import java.time.Instant;
import org.openmembership.club.Club;

/**
 * A club as it stands from {@code effectiveFrom} on.
 *
 * @param club its definition
 * @param version its number
 */
public record PublishedClub(Club club, int version, Instant effectiveFrom) {}
