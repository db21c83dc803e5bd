package org.openmembership.importing;

/**
 * How far a file has come; after each commit, and at the end.
 *
 * @param done rows that were taken over now; in a dry run, that would have been
 * @param repeated rows that were there already, and changed nothing
 * @param erased rows of people who have been erased, and are not taken over again (R17)
 * @param failed rows that were refused; each is in the file of faults
 * @param position up to where all rows are dealt with
 */
public record ImportReport(long done, long repeated, long erased, long failed, ImportPosition position) {
    /** After one more chunk. */
    ImportReport plus(long read, Kept kept, long refused, ImportPosition now) {
        return new ImportReport(
                done + read - kept.repeated() - kept.erased(),
                repeated + kept.repeated(),
                erased + kept.erased(),
                failed + refused,
                now);
    }

    /** How many rows of a chunk were there already, and how many are of people who are gone. */
    record Kept(long repeated, long erased) {
        static final Kept NOTHING = new Kept(0, 0);
    }
}
