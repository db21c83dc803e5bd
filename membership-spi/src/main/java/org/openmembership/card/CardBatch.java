package org.openmembership.card;

import java.time.Instant;
import org.openmembership.club.ClubId;
import org.openmembership.club.SeriesId;
import org.openmembership.shared.ExternalKey;

/**
 * Cards that were made together: the serial numbers from {@code first} on, without gaps.
 *
 * @param key the caller's name for it, which makes it safe to repeat
 * @param first the first serial number
 * @param count how many
 */
public record CardBatch(ExternalKey key, Series series, long first, int count, Instant createdAt) {
    /** Which series of which club. */
    public record Series(ClubId club, SeriesId id) {}
}
