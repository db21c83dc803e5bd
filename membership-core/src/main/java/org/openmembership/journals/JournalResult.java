package org.openmembership.journals;

import java.time.Instant;
import java.util.List;
import org.openmembership.journal.Journal;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;

/** What became of a journal. */
public sealed interface JournalResult {
    /**
     * All lines are posted.
     *
     * @param entries those of the lines in their order, then the expiries of points whose life was over already
     * @param repeated whether this is the first answer again
     */
    record Posted(Journal journal, List<PointEntry> entries, boolean repeated) implements JournalResult {
        public Posted {
            entries = List.copyOf(entries);
        }
    }

    /**
     * No line is posted. Nothing was kept: the journal can be mended and posted under the same key.
     *
     * @param violations all of them, by line
     */
    record Refused(List<LineViolation> violations) implements JournalResult {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** The key was used before for another journal; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements JournalResult {}

    /** The storage went away at the wrong moment; ask {@link Journals#lookup}, or call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements JournalResult {}
}
