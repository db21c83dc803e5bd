package org.openmembership.merge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;

/**
 * That customers became one, and everything that was moved for it (C34, R16).
 *
 * @param id ours
 * @param command the caller's name for it, and what it asked for
 * @param survivor the customer that was being viewed
 * @param by who merged
 * @param at when, by our clock
 * @param moves what was moved, in order
 * @param undoneAt when it was undone, null while it holds
 */
public record Merge(
        MergeId id,
        Command command,
        CustomerId survivor,
        Actor by,
        Instant at,
        List<MergeMove> moves,
        @Nullable Instant undoneAt) {
    /**
     * @param key unique over all merges
     * @param fingerprint of survivor, others and the user that was kept
     */
    public record Command(ExternalKey key, Fingerprint fingerprint) {}

    public Merge {
        moves = List.copyOf(moves);
    }

    /** The customers that led elsewhere before and lead to the survivor now, those of earlier merges included. */
    public List<CustomerId> redirected() {
        return of(MergeMove.Kind.CUSTOMER)
                .map(move -> CustomerId.of(move.subject()))
                .toList();
    }

    /** What was moved of a kind, in order. */
    public Stream<MergeMove> of(MergeMove.Kind kind) {
        return moves.stream().filter(move -> move.kind() == kind);
    }

    public Optional<Instant> undone() {
        return Optional.ofNullable(undoneAt);
    }

    /** The merge once it has been undone. */
    public Merge undoneAt(Instant instant) {
        return new Merge(id, command, survivor, by, at, moves, instant);
    }
}
