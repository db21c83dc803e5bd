package org.openmembership.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.document.EventDocuments;
import org.openmembership.outbox.EventId;
import org.openmembership.outbox.KeptEvent;
import org.openmembership.outbox.OutboxTurn;
import org.openmembership.outbox.RecordedEvent;
import org.openmembership.shared.MembershipEvent;
import org.openmembership.storage.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to what has happened (R20). Thread-safe; any number of processes may call it.
 *
 * <pre>{@code
 * while (membership.events().tell(500, page -> page.forEach(bus::publish)) == 500) {}
 * }</pre>
 *
 * <p>Every event is kept in the commit of what it tells, and stays until a handler has taken it. It is told at least once:
 * after a crash it may be told again, under the same id. The events of one account come in order; between accounts no order
 * is promised. Nothing is started here: the host's scheduler calls.
 */
public final class Events {
    public static final int MAX_PAGE = 1_000;

    /** How long one page may take before another process takes over from one that seems to be gone. */
    public static final Duration TURN = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Events(Caller caller) {
        this.caller = caller;
    }

    /**
     * Hands the next page of events to a handler, outside of any unit of work, and marks them told once it has returned.
     *
     * <p>What the handler throws reaches the caller, and its page waits to be told again. One process tells at a time; to
     * the others there is nothing to tell meanwhile. A handler that takes longer than {@link #TURN} may find its page told
     * by another process as well. Events of a newer release, which cannot be read here, wait for a process that can.
     *
     * @param limit 1 to 1,000 events
     * @return how many were told; 0 if there are none or another process is telling
     * @throws IllegalStateException in a host's transaction, which might undo the marks or be seen too late
     */
    public int tell(int limit, Consumer<List<RecordedEvent>> handler) {
        requireLimit(limit);
        if (!caller.ownsTransaction()) {
            throw new IllegalStateException("events cannot be told inside a host's transaction");
        }
        Instant now = caller.now();
        Optional<Turn> turn = change(stores -> begin(limit, now, stores));
        return turn.map(begun -> tell(begun, handler)).orElse(0);
    }

    /**
     * Removes events that were told, the oldest first; the audit trail keeps what they said.
     *
     * @param before only events recorded before
     * @param limit 1 to 1,000 events
     * @return how many were removed; fewer than {@code limit} once none is left
     */
    public int forget(Instant before, int limit) {
        requireLimit(limit);
        return change(stores -> stores.outbox().purge(before, limit));
    }

    /** One page, and the right to tell it. */
    private record Turn(OutboxTurn right, List<KeptEvent> page) {}

    private static Optional<Turn> begin(int limit, Instant now, Stores stores) {
        // the turn first: whoever had it before has marked its page by the time it is seen to be over
        Optional<OutboxTurn> last = stores.outbox().lastTurn();
        List<KeptEvent> page = stores.outbox().waiting(limit);

        boolean anothersTurn = last.isPresent() && !last.get().isOver(now);
        if (page.isEmpty() || anothersTurn) {
            return Optional.empty();
        }
        OutboxTurn right = next(last, now.plus(TURN));

        stores.outbox().take(right, last);
        return Optional.of(new Turn(right, page));
    }

    private int tell(Turn turn, Consumer<List<RecordedEvent>> handler) {
        List<RecordedEvent> events = readable(turn.page());
        boolean told = false;
        try {
            if (!events.isEmpty()) {
                handler.accept(events);
            }
            told = true;
        } finally {
            end(turn.right(), told ? events : List.of());
        }
        return events.size();
    }

    private void end(OutboxTurn right, List<RecordedEvent> told) {
        Set<EventId> ids = told.stream().map(RecordedEvent::id).collect(Collectors.toSet());
        Instant now = caller.now();
        change(stores -> {
            Optional<OutboxTurn> last = stores.outbox().lastTurn();
            stores.outbox().told(ids);
            if (last.equals(Optional.of(right))) {
                stores.outbox().take(next(last, now), last);
            }
            return ids;
        });
    }

    private static OutboxTurn next(Optional<OutboxTurn> last, Instant until) {
        return new OutboxTurn(last.map(OutboxTurn::number).orElse(0L) + 1, until);
    }

    /** Events as far as this release can read them; none is told before one that was kept earlier. */
    private static List<RecordedEvent> readable(List<KeptEvent> page) {
        List<RecordedEvent> events = new ArrayList<>();
        for (KeptEvent kept : page) {
            Optional<MembershipEvent> event = EventDocuments.read(kept.document());
            if (event.isEmpty()) {
                LOG.warn(
                        "event {} waits for a newer release: {} of version {}",
                        kept.id(),
                        kept.document().kind(),
                        kept.document().version());
                return events;
            }
            events.add(new RecordedEvent(kept.id(), kept.when(), kept.actor(), event.get(), kept.document()));
        }
        return events;
    }

    /** Neither told nor audited itself. */
    private <R> R change(Function<Stores, R> work) {
        return caller.housekeeping(stores -> {
            caller.require(Permission.TELL_EVENTS, Subject.NOBODY);
            return work.apply(stores);
        });
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE + " events, not " + limit);
        }
    }
}
