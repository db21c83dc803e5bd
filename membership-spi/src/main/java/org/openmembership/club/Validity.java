package org.openmembership.club;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something holds, both ends included, in the club's zone.
 *
 * @param from the first day, null where it has always held
 * @param to the last day, null where it is open
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {
    public static final Validity ALWAYS = new Validity(null, null);

    public Validity {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("Validity ends on " + to + " before it starts on " + from);
        }
    }

    public static Validity between(LocalDate from, LocalDate to) {
        return new Validity(from, to);
    }

    public boolean covers(LocalDate day) {
        boolean started = from == null || !day.isBefore(from);
        boolean ended = to != null && day.isAfter(to);
        return started && !ended;
    }
}
