package org.openmembership.club;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;

/**
 * Points that lapse when nothing happens for a while, besides the end they have of their own, whichever comes first (R25).
 *
 * <p>The stretch begins when points come in, however they do, and anew for all points of an account that have not lapsed
 * whenever the member is active. Its last day is valid to its end in the club's zone.
 *
 * @param period from the last activity to the last day
 * @param counts what is an activity; not empty
 */
public record Inactivity(Period period, Set<Activity> counts) {
    /** What members do, by our clock. */
    public enum Activity {
        /** A sale earns points. */
        EARN,
        /** Points are redeemed. */
        SPEND
    }

    public Inactivity {
        // the same bounds as for an end of points' own
        period = ((ExpiryRule.AfterPeriod) ExpiryRule.after(period)).period();
        counts = Set.copyOf(counts);
        if (counts.isEmpty() || period.isZero()) {
            throw new IllegalArgumentException("inactivity lasts at least a day and is ended by something: " + period);
        }
    }

    /** That both earning and redeeming keep points alive. */
    public static Inactivity of(Period period) {
        return new Inactivity(period, Set.of(Activity.EARN, Activity.SPEND));
    }

    /** When points lapse if nothing happens after {@code day}. */
    public Instant lapsesAt(LocalDate day, ZoneId zone) {
        return ExpiryRule.after(period).lapsesAt(day, zone);
    }
}
