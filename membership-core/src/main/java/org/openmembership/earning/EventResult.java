package org.openmembership.earning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** What became of the report that something happened. */
public sealed interface EventResult {
    /**
     * It was taken down, once.
     *
     * @param entries one for each rule that gave points; empty where no rule stands for it, or its caps leave nothing
     * @param available what could be spent right after
     * @param explanation why; null in the repeat of one that gave nothing
     * @param repeated whether this is the first answer again
     */
    record Reported(
            List<PointEntry> entries,
            Points available,
            @Nullable Explanation explanation,
            boolean repeated) implements EventResult {
        public Reported {
            entries = List.copyOf(entries);
        }
    }

    /** The account is closed; the answer stands under its key. */
    record Closed(boolean repeated) implements EventResult {}

    record UnknownAccount() implements EventResult {}

    /** The key belongs to another event, or to another account of the club. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements EventResult {}

    /** The storage went away at the wrong moment; ask {@link Earning#lookup}, or report again under the same key. */
    record OutcomeUnknown(ExternalKey key) implements EventResult {}
}
