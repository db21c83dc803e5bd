package org.openmembership.ledger;

import java.time.Instant;
import java.util.Comparator;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.PointKind;
import org.openmembership.shared.Points;

/**
 * Points that came in together, what is still open of them, and their life (R23).
 *
 * @param id its name
 * @param kind the label on its points
 * @param granted what it was opened with, above zero; never changes
 * @param remaining zero to {@code granted}
 * @param life never changes, but that activity puts off its end
 */
public record Lot(LotId id, PointKind kind, Points granted, Points remaining, Life life) {
    private static final Comparator<Lot> BY_ENTRY = Comparator.comparing(Lot::id);
    private static final Comparator<Lot> NEAREST_EXPIRY =
            Comparator.comparing((Lot lot) -> lot.life.lapsesAt()).thenComparing(BY_ENTRY);
    private static final Comparator<Lot> OLDEST_FIRST =
            Comparator.comparing((Lot lot) -> lot.life.earnedAt()).thenComparing(BY_ENTRY);

    /**
     * @param earnedAt by the till's clock
     * @param availableFrom the first instant at which it can be spent
     * @param lapsesAt the first instant at which it no longer can; {@link org.openmembership.club.ExpiryRule#FOREVER} for never.
     *     Where the club ends points of who is inactive it moves on with every activity, until it has come
     * @param endsAt the end of its own, which never moves, and before which inactivity may end it
     */
    public record Life(Instant earnedAt, Instant availableFrom, Instant lapsesAt, Instant endsAt) {
        /** A life that nothing but its own end is known to end. */
        public Life(Instant earnedAt, Instant availableFrom, Instant lapsesAt) {
            this(earnedAt, availableFrom, lapsesAt, lapsesAt);
        }

        public Life {
            if (endsAt.isBefore(lapsesAt)) {
                throw new IllegalArgumentException("a lot lapses at its end, " + endsAt + ", not later: " + lapsesAt);
            }
        }

        /** The same life, ended by inactivity at {@code idle} if its own end is later. */
        Life endedBy(Instant idle) {
            return new Life(earnedAt, availableFrom, idle.isBefore(endsAt) ? idle : endsAt, endsAt);
        }

        /** The same life, which inactivity ends no earlier than at {@code idle}. */
        Life keptAlive(Instant idle) {
            Life later = endedBy(idle);
            return later.lapsesAt.isAfter(lapsesAt) ? later : this;
        }

        public boolean isPending(Instant at) {
            return at.isBefore(availableFrom);
        }

        public boolean isLapsed(Instant at) {
            return !at.isBefore(lapsesAt);
        }

        public boolean isInForce(Instant at) {
            return !isPending(at) && !isLapsed(at);
        }
    }

    public Lot {
        if (!granted.isPositive() || remaining.isNegative() || granted.isLessThan(remaining)) {
            throw new IllegalArgumentException(
                    "lot " + id + " cannot hold " + remaining + " of " + granted + " granted");
        }
    }

    public boolean isOpen() {
        return remaining.isPositive();
    }

    public Lot withRemaining(Points newRemaining) {
        return new Lot(id, kind, granted, newRemaining, life);
    }

    Lot with(Life newLife) {
        return new Lot(id, kind, granted, remaining, newLife);
    }

    /** The order in which a club's lots are spent. */
    public static Comparator<Lot> in(ConsumptionOrder order) {
        return switch (order) {
            case NEAREST_EXPIRY -> NEAREST_EXPIRY;
            case OLDEST_FIRST -> OLDEST_FIRST;
        };
    }
}
