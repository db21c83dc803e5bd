package org.openmembership.extension;

import java.time.Instant;
import java.util.List;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;

/** What became of an extension. */
public sealed interface ExtensionResult {
    /**
     * The points are in a lot with the later end.
     *
     * @param entries those that closed the old lot, as far as that was not closed before, and the one that opened the new
     * @param available what could be spent right after
     * @param repeated whether this is the first answer again
     */
    record Extended(List<PointEntry> entries, Points available, boolean repeated) implements ExtensionResult {
        public Extended {
            entries = List.copyOf(entries);
        }
    }

    /** Nothing was changed. */
    record Refused(ExtensionRefusal reason, boolean repeated) implements ExtensionResult {}

    /** The key was used before for another extension; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements ExtensionResult {}

    /** The storage went away at the wrong moment; ask {@link Extension#lookup}, or call again with the same key. */
    record OutcomeUnknown(ExternalKey key) implements ExtensionResult {}
}
