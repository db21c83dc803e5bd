package org.openmembership.merging;

import org.openmembership.merge.Merge;

/** What became of undoing a merge. */
public sealed interface UnmergeResult {
    /**
     * The customers are several again.
     *
     * @param repeated whether they were before
     */
    record Unmerged(Merge merge, boolean repeated) implements UnmergeResult {}

    /**
     * Nothing was changed.
     *
     * @param subject the id of what contradicts it
     */
    record Refused(Reason reason, String subject) implements UnmergeResult {}

    record UnknownMerge() implements UnmergeResult {}

    /** What contradicts going back. */
    enum Reason {
        /** Whoever was merged has been erased, and never comes back (R17). */
        ERASED,
        /** A later merge builds on it: undo that first. */
        MERGED_AGAIN,
        /** What the survivor got has been changed since. */
        FIELD_CHANGED,
        /** Points have been spent, moved or lapsed since, or repaid a debt. */
        POINTS_USED,
        /** An account is blocked or closed. */
        ACCOUNT_CHANGED,
        /** What is owed on account has been charged or paid since. */
        ON_ACCOUNT_CHANGED,
        /** The member has changed since in a way that cannot be taken apart, such as another user or address. */
        MEMBER_CHANGED,
        /** A card has been given to another account or person since. */
        CARD_CHANGED
    }
}
