package org.openmembership.step;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.club.Club;
import org.openmembership.club.ExpiryRule;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;

/**
 * Points that are entered by days instead of instants, in the zone of their club: opening balances, and lines of journals (B44-B46).
 *
 * <p>Nothing is refused here: {@link Days} tells what can be said against days.
 */
public record DatedPoints(Club club) {
    /**
     * The days points are entered with.
     *
     * @param earned from which the points live; null for now
     * @param last on which they can be used, to its end; null for the club's expiry rule, from {@code earned}
     */
    public record Days(@Nullable LocalDate earned, @Nullable LocalDate last) {
        public boolean isInFuture(LocalDate today) {
            return earned != null && earned.isAfter(today);
        }

        /** Whether the points end before the day they were earned, whatever is today. */
        public boolean isReversed() {
            return earned != null && last != null && last.isBefore(earned);
        }

        /** Whether the points end before they begin: they may be over by today only if they were earned before. */
        public boolean endsBeforeItBegins(LocalDate today) {
            return isReversed() || earned == null && last != null && last.isBefore(today);
        }
    }

    /** Why a lot is written off, by an entry that is part {@code part} of its command. */
    @FunctionalInterface
    public interface Lapse {
        PointEntry.Cause of(Lot lapsed, int part);
    }

    /** When it happened that points came; null for now. */
    public @Nullable Instant occurredAt(Days days) {
        LocalDate earned = days.earned();
        return earned == null ? null : start(earned);
    }

    /** Adds points with the life that their days give them. What is over by now is a lot that {@link #writeOff} closes. */
    public PointEntry earn(AccountLedger ledger, PointEntry.Cause cause, Points points, Days days) {
        LocalDate last = days.last();
        Instant begun = occurredAt(days);
        Instant earnedAt = begun == null ? ledger.at() : begun;
        Instant end = last == null ? club.lapsesAt(earnedAt) : start(last.plusDays(1));
        return ledger.earn(
                cause,
                points,
                new Lot.Life(earnedAt, earnedAt, end.isAfter(ExpiryRule.FOREVER) ? ExpiryRule.FOREVER : end));
    }

    /**
     * Writes off what came to a life already over, so that what was taken over and what is left can both be told.
     *
     * @param lastPart behind which the entries are numbered
     * @return the number of the last one, {@code lastPart} if there is none
     */
    public static int writeOff(AccountLedger ledger, int lastPart, Lapse why) {
        int part = lastPart;
        for (Lot lapsed : ledger.bornLapsed()) {
            part++;
            ledger.expire(why.of(lapsed, part), lapsed.id());
        }
        return part;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(club.place().zone()).toInstant();
    }
}
