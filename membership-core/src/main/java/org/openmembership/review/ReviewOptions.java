package org.openmembership.review;

/**
 * How far a run may go (R45).
 *
 * @param dryRun only count the moves
 * @param maxMoves at most so many; the run ends before the account that would be one more
 */
public record ReviewOptions(boolean dryRun, long maxMoves) {
    public static final ReviewOptions ALL = new ReviewOptions(false, Long.MAX_VALUE);
    public static final ReviewOptions DRY_RUN = new ReviewOptions(true, Long.MAX_VALUE);
}
