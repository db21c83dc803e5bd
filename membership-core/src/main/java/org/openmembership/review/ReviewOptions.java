package org.openmembership.review;

/**
 * How far a run may go, and in which steps (R45).
 *
 * @param dryRun only count the moves
 * @param maxMoves at most so many; the run ends before the account that would be one more
 * @param pageSize how many accounts are looked at in one unit of work, 1 to 1,000; what comes out does not depend on it
 */
public record ReviewOptions(boolean dryRun, long maxMoves, int pageSize) {
    public static final ReviewOptions ALL = new ReviewOptions(false, Long.MAX_VALUE);
    public static final ReviewOptions DRY_RUN = new ReviewOptions(true, Long.MAX_VALUE);
    private static final int USUAL_PAGE = 500;

    public ReviewOptions {
        if (maxMoves < 0 || pageSize < 1 || pageSize > 1_000) {
            throw new IllegalArgumentException("a run makes no fewer than 0 moves, in pages of 1 to 1000 accounts, not "
                    + maxMoves + " in pages of " + pageSize);
        }
    }

    /** In pages of the usual size. */
    public ReviewOptions(boolean dryRun, long maxMoves) {
        this(dryRun, maxMoves, USUAL_PAGE);
    }
}
