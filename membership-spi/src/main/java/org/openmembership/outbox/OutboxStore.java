package org.openmembership.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps events until they have been told, and for a while after.
 *
 * <p>Each event is marked by itself, no place in a list is remembered: one that is kept late, with an earlier instant than
 * others that were told already, is not passed over.
 */
public interface OutboxStore {
    /** Adds events, in the order in which they happened. */
    void addAll(List<RecordedEvent> events);

    /** Events that were not told yet, by instant, version, position, id; at most {@code limit}. */
    List<KeptEvent> waiting(int limit);

    /** Marks events told; one that is marked already, or gone, stays as it is. */
    void told(Set<EventId> events);

    /**
     * Removes events that were told, the oldest first.
     *
     * @param before only events recorded before
     * @param limit at most so many
     * @return how many were removed
     */
    int purge(Instant before, int limit);

    /** The last turn that was taken at telling; empty before the first. */
    Optional<OutboxTurn> lastTurn();

    /**
     * Takes a turn at telling.
     *
     * @param next replaces {@code last}, which is what {@link #lastTurn} said; if another one was taken meanwhile, the unit
     *     of work is run again
     */
    void take(OutboxTurn next, Optional<OutboxTurn> last);
}
