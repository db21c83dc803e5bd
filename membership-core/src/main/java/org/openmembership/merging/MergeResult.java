package org.openmembership.merging;

import java.time.Instant;
import java.util.List;
import org.openmembership.merge.Merge;
import org.openmembership.shared.ExternalKey;

/** What became of a merge. */
public sealed interface MergeResult {
    /**
     * They are one.
     *
     * @param repeated whether they were before, by this key or another
     */
    record Merged(Merge merge, boolean repeated) implements MergeResult {}

    /** Nothing was changed, and the key stays free: what stands in the way may go away. */
    record Refused(List<MergeBlocker> blockers) implements MergeResult {
        public Refused {
            blockers = List.copyOf(blockers);
        }
    }

    /** The key was used before for other customers; nothing was changed. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements MergeResult {}

    /** The storage went away at the wrong moment; call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements MergeResult {}
}
