package org.openmembership.importing;

import java.util.Map;
import org.openmembership.request.Violation;

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
                done + read - kept.repeated() - kept.erased() - kept.refused().size(),
                repeated + kept.repeated(),
                erased + kept.erased(),
                failed + refused + kept.refused().size(),
                now);
    }

    /**
     * How many rows of a chunk were there already, how many are of people who are gone, and which were refused for what the
     * storage knows, by their place in the chunk.
     */
    record Kept(long repeated, long erased, Map<Integer, Violation> refused) {
        static final Kept NOTHING = new Kept(0, 0);

        Kept(long repeated, long erased) {
            this(repeated, erased, Map.of());
        }
    }
}
