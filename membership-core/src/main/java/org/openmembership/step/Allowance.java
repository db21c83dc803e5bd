package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.openmembership.ledger.AdjustedDay;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/**
 * What an actor may add and take by hand without anybody else (S17).
 *
 * @param once the most of an account at once, null for no limit
 * @param daily the most in a day, all together, null for no limit
 * @param zone whose midnight begins a day
 */
public record Allowance(@Nullable Points once, @Nullable Points daily, Actor actor, ZoneId zone) {
    /**
     * What is left of it. Who else adjusts under this actor's name waits from now on or, if both are the first of the day, loses
     * the race; so it is asked once for each decision, once the accounts are locked.
     */
    public Left left(Instant at, Stores stores) {
        if (daily == null) {
            return new Left(this, null, null, null);
        }
        LocalDate day = LocalDate.ofInstant(at, zone);
        AdjustedDay before = stores.earning().adjustedForUpdate(actor, day).orElse(null);
        Points used = before == null ? Points.ZERO : before.points();
        return new Left(this, day, before, daily.minus(used).max(Points.ZERO));
    }

    /**
     * What is left.
     *
     * @param day of the shop's; null where days are not counted
     * @param before what was counted of it; null for nothing
     * @param ofDay what is left of the day, null for no limit
     */
    public record Left(
            Allowance of,
            @Nullable LocalDate day,
            @Nullable AdjustedDay before,
            @Nullable Points ofDay) {
        /** The most that may be adjusted of one account at once, null for no limit. */
        public @Nullable Points alone() {
            Points once = of.once();
            if (once == null || ofDay == null) {
                return once == null ? ofDay : once;
            }
            return once.min(ofDay);
        }

        /** Whether that much of one account is within the limit of what is done at once. */
        public boolean isWithinOnce(Points moved) {
            return of.once() == null || !of.once().isLessThan(moved);
        }

        /** Whether that much, all together, is within what is left of the day. */
        public boolean isWithinDay(Points moved) {
            return ofDay == null || !ofDay.isLessThan(moved);
        }

        /** What is on the actor's account once that much was adjusted; null where that is not counted, or nothing was. */
        public @Nullable AdjustedDay after(Points moved) {
            if (day == null || !moved.isPositive()) {
                return null;
            }
            return before == null ? AdjustedDay.first(of.actor(), day, moved) : before.plus(moved);
        }
    }
}
