package org.openmembership.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;

/**
 * Points set aside for an unfinished sale (R29). They stay in their lots, which nothing else takes them from while the hold
 * is in force; it ends by being captured or released, or by its time, which nobody has to write down.
 *
 * <p>When its account is merged into another one it goes along: it keeps its name, owner and time, and has the lots its points
 * are in then (R16).
 *
 * @param id its name
 * @param owner who asked for it; any till may end it
 * @param life never changes
 * @param parts the lots it was given when it was made, or has its points in since a merge, all of one account, in the order in
 *     which they are spent
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
        AccountId holder = parts.get(0).lot().entry().account();
        if (parts.stream().anyMatch(part -> !part.lot().entry().account().equals(holder))) {
            throw new IllegalArgumentException("hold " + id + " holds lots of several accounts: " + parts);
        }
    }

    /** Whose lots it has: the account it is named after, until a merge takes it to another. */
    public AccountId account() {
        return parts.get(0).lot().entry().account();
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

    /** The same hold after a merge, with its points in these lots instead of those it had. */
    Hold movedTo(Map<LotId, LotId> lots) {
        List<Part> moved = new ArrayList<>();
        for (Part part : parts) {
            LotId lot = lots.get(part.lot());
            if (lot == null) {
                throw new IllegalStateException("hold " + id + " does not find the points of lot " + part.lot());
            }
            moved.add(new Part(lot, part.points()));
        }
        return new Hold(id, owner, life, moved, ending);
    }

    /** What holds take of each lot together. */
    public static Map<LotId, Points> byLot(Collection<Hold> holds) {
        Map<LotId, Points> held = new HashMap<>();
        holds.forEach(hold -> hold.parts().forEach(part -> held.merge(part.lot(), part.points(), Points::plus)));
        return held;
    }
}
