package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.ledger.Lot;

/** The life of points that are entered by days instead of instants, in the zone of their club (B44-B46). */
public record DatedLife(Club club) {
    /**
     * @param date from which the points live; null for {@code now}
     * @param lastDay on which they can be used, to its end; null for the club's expiry rule, from {@code date}
     */
    public Lot.Life of(@Nullable LocalDate date, @Nullable LocalDate lastDay, Instant now) {
        Instant earnedAt = date == null ? now : start(date);
        Instant end = lastDay == null ? club.lapsesAt(earnedAt) : start(lastDay.plusDays(1));
        return new Lot.Life(earnedAt, earnedAt, end.isAfter(ExpiryRule.FOREVER) ? ExpiryRule.FOREVER : end);
    }

    /** When a day begins. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(club.place().zone()).toInstant();
    }
}
