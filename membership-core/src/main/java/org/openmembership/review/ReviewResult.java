package org.openmembership.review;

import java.util.List;
import org.openmembership.club.SchemeId;

/**
 * What a run did, or would do.
 *
 * @param accounts looked at
 * @param moves how many accounts moved from where to where, by scheme
 * @param complete false if the cap on moves ended it; the next run goes on
 */
public record ReviewResult(long accounts, List<MoveCount> moves, boolean complete) {
    public ReviewResult {
        moves = List.copyOf(moves);
    }

    /** Moves of one sort. */
    public record MoveCount(SchemeId from, SchemeId to, long accounts) {}

    /** All moves together. */
    public long moved() {
        return moves.stream().mapToLong(MoveCount::accounts).sum();
    }
}
