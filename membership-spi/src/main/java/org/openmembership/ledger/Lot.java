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
 * @param remaining zero to {@code granted}; the only thing of the ledger that is ever rewritten
 * @param life never changes
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
     * @param lapsesAt the first instant at which it no longer can; {@link org.openmembership.club.ExpiryRule#FOREVER} for never
     */
    public record Life(Instant earnedAt, Instant availableFrom, Instant lapsesAt) {
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

    /** The order in which a club's lots are spent. */
    public static Comparator<Lot> in(ConsumptionOrder order) {
        return switch (order) {
            case NEAREST_EXPIRY -> NEAREST_EXPIRY;
            case OLDEST_FIRST -> OLDEST_FIRST;
        };
    }
}
