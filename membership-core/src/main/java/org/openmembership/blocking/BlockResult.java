package org.openmembership.blocking;

import org.openmembership.shared.Block;

/** What became of blocking or unblocking. */
public sealed interface BlockResult {
    /**
     * It is not identified.
     *
     * @param block with the reason, actor and instant of whoever was first
     * @param repeated whether it was blocked before
     */
    record Blocked(Block block, boolean repeated) implements BlockResult {}

    /**
     * It is identified again, unless something else stands in the way.
     *
     * @param along what else was unblocked with an account
     * @param repeated whether it was not blocked before
     */
    record Unblocked(BlockedAlong along, boolean repeated) implements BlockResult {}

    /** Nothing was written. */
    record Refused(Reason reason) implements BlockResult {}

    /** Why nothing was changed. */
    enum Reason {
        UNKNOWN,
        /** The club lists reason codes, and this is none of them (B37). */
        REASON_NOT_LISTED,
        /** Another card has taken its place; it stays blocked. */
        REPLACED
    }
}
