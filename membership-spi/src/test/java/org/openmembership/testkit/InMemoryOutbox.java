package org.openmembership.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmembership.outbox.EventId;
import org.openmembership.outbox.KeptEvent;
import org.openmembership.outbox.OutboxStore;
import org.openmembership.outbox.OutboxTurn;
import org.openmembership.outbox.RecordedEvent;

final class InMemoryOutbox implements OutboxStore {
    private static final String TURN = "turn";

    private final State state;

    InMemoryOutbox(State state) {
        this.state = state;
    }

    @Override
    public void addAll(List<RecordedEvent> events) {
        for (RecordedEvent event : events) {
            KeptEvent kept = event.kept();
            state.events.add(kept.id(), kept);
            state.eventsWaiting.put(place(kept), kept.id());
        }
    }

    @Override
    public List<KeptEvent> waiting(int limit) {
        return find(state.eventsWaiting, Key.of().end(), limit);
    }

    @Override
    public void told(Set<EventId> events) {
        for (EventId id : events) {
            Optional<KeptEvent> waiting =
                    state.events.find(id).filter(kept -> state.eventsWaiting.contains(place(kept)));
            waiting.map(InMemoryOutbox::place).ifPresent(place -> {
                state.eventsWaiting.remove(place);
                state.eventsTold.put(place, id);
            });
        }
    }

    @Override
    public int purge(Instant before, int limit) {
        List<KeptEvent> old = find(state.eventsTold, Key.of(before), limit);
        old.forEach(kept -> {
            state.eventsTold.remove(place(kept));
            state.events.remove(kept.id());
        });
        return old.size();
    }

    @Override
    public Optional<OutboxTurn> lastTurn() {
        return state.turns.find(TURN);
    }

    @Override
    public void take(OutboxTurn next, Optional<OutboxTurn> last) {
        if (!lastTurn().equals(last)) {
            throw new RaceLostException("another turn was taken than " + last);
        }
        state.turns.put(TURN, next);
    }

    private List<KeptEvent> find(Table<Key, EventId> places, Key to, int limit) {
        return places.between(Key.of(), to)
                .limit(limit)
                .map(state.events::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Key place(KeptEvent kept) {
        return Key.of(
                kept.when().recordedAt(), kept.when().version(), kept.when().position(), kept.id());
    }
}
