package org.openmembership.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;

/**
 * Points set aside for an unfinished sale (R29). They stay in their lots, which nothing else takes them from while the hold
 * is in force; it ends by being captured or released, or by its time, which nobody has to write down.
 *
 * @param id its name
 * @param owner who asked for it; any till may end it
 * @param life never changes
 * @param parts the lots it was given when it was made, in the order in which they are spent
 * @param ending null until it is captured or released
 */
public record Hold(
        HoldId id,
        Actor owner,
        Life life,
        List<Part> parts,
        @Nullable Ending ending) {
    /**
     * @param placedAt by our clock; a capture spends as of this instant
     * @param expiresAt the first instant at which it no longer holds anything
     */
    public record Life(Instant placedAt, Instant expiresAt) {
        public Life {
            if (!placedAt.isBefore(expiresAt)) {
                throw new IllegalArgumentException("a hold placed at " + placedAt + " cannot end at " + expiresAt);
            }
        }
    }

    /** What it holds of a lot. */
    public record Part(LotId lot, Points points) {}

    /**
     * How it ended before, or after, its time.
     *
     * @param captured the entry that spent its points, null where they were let go
     */
    public record Ending(Instant at, @Nullable EntryId captured) {}

    public Hold {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.stream().anyMatch(part -> !part.points().isPositive())) {
            throw new IllegalArgumentException("hold " + id + " holds nothing: " + parts);
        }
    }

    /** What it was made for. */
    public Points points() {
        return parts.stream().map(Part::points).reduce(Points.ZERO, Points::plus);
    }

    /** Whether its points were set aside at {@code at}. */
    public boolean isInForce(Instant at) {
        boolean over = ending != null && !at.isBefore(ending.at());
        return !over && !at.isBefore(life.placedAt()) && at.isBefore(life.expiresAt());
    }

    Hold ended(Instant at, @Nullable EntryId captured) {
        return new Hold(id, owner, life, parts, new Ending(at, captured));
    }

    /** What holds take of each lot together. */
    public static Map<LotId, Points> byLot(Collection<Hold> holds) {
        Map<LotId, Points> held = new HashMap<>();
        holds.forEach(hold -> hold.parts().forEach(part -> held.merge(part.lot(), part.points(), Points::plus)));
        return held;
    }
}
