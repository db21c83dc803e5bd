package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.outbox.EventId;
import org.openmembership.outbox.KeptEvent;
import org.openmembership.outbox.OutboxStore;
import org.openmembership.outbox.OutboxTurn;
import org.openmembership.outbox.RecordedEvent;

/** What every {@link OutboxStore} does. */
public abstract class OutboxStoreContract extends StoreContract {
    @Test
    void an_event_is_read_back_whole() {
        RecordedEvent event = AnyEvent.anyEvent(Any.anyInstant());

        add(event);

        assertThat(waiting()).containsExactly(event.kept());
    }

    @Test
    void events_wait_by_instant_then_version_position_and_id() {
        RecordedEvent late = AnyEvent.anyEvent("e-1", Any.minute(3), 1);
        RecordedEvent fourth = AnyEvent.anyEvent("e-2", Any.minute(2), 7);
        RecordedEvent third = AnyEvent.anyEvent("e-0", new RecordedEvent.When(Any.minute(2), 6, 1));
        RecordedEvent second = AnyEvent.anyEvent("e-4", Any.minute(2), 6);
        RecordedEvent first = AnyEvent.anyEvent("e-3", Any.minute(2), 6);
        add(late, fourth, third, second, first);

        assertThat(waiting()).containsExactly(first.kept(), second.kept(), third.kept(), fourth.kept(), late.kept());
        assertThat(waiting(2)).containsExactly(first.kept(), second.kept());
    }

    @Test
    void what_was_told_waits_no_more_also_if_it_is_told_twice() {
        RecordedEvent told = AnyEvent.anyEvent(Any.minute(1));
        RecordedEvent other = AnyEvent.anyEvent(Any.minute(2));
        add(told, other);

        tell(told.id());
        tell(told.id(), EventId.of("never-heard-of"));

        assertThat(waiting()).containsExactly(other.kept());
    }

    @Test
    void an_event_kept_late_with_an_earlier_instant_is_not_passed_over() {
        RecordedEvent told = AnyEvent.anyEvent(Any.minute(9));
        RecordedEvent late = AnyEvent.anyEvent(Any.minute(1));
        add(told);
        tell(told.id());

        add(late);

        assertThat(waiting()).containsExactly(late.kept());
    }

    @Test
    void old_events_that_were_told_are_removed_in_pages() {
        RecordedEvent first = AnyEvent.anyEvent(Any.minute(1));
        RecordedEvent second = AnyEvent.anyEvent(Any.minute(2));
        RecordedEvent young = AnyEvent.anyEvent(Any.minute(3));
        RecordedEvent untold = AnyEvent.anyEvent(Any.minute(1));
        add(first, second, young, untold);
        tell(first.id(), second.id(), young.id());

        assertThat(purge(1)).isEqualTo(1);
        assertThat(purge(10)).isEqualTo(1);
        assertThat(purge(10)).isZero();
        assertThat(waiting()).containsExactly(untold.kept());
    }

    @Test
    void an_event_of_a_unit_of_work_that_failed_was_never_there() {
        assertThatThrownBy(() -> write(stores -> {
                    stores.outbox().addAll(List.of(AnyEvent.anyEvent(Any.anyInstant())));
                    throw new IllegalStateException("fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_unit_of_work_sees_the_events_it_wrote() {
        RecordedEvent event = AnyEvent.anyEvent(Any.anyInstant());

        write(stores -> {
            stores.outbox().addAll(List.of(event));
            assertThat(stores.outbox().waiting(1)).containsExactly(event.kept());
            stores.outbox().told(Set.of(event.id()));
            assertThat(stores.outbox().waiting(1)).isEmpty();
        });
    }

    @Test
    void turns_are_taken_one_after_the_other() {
        OutboxTurn first = new OutboxTurn(1, Any.minute(1));
        OutboxTurn second = new OutboxTurn(2, Any.minute(2));

        assertThat(lastTurn()).isEmpty();
        write(stores -> stores.outbox().take(first, Optional.empty()));
        write(stores -> stores.outbox().take(second, Optional.of(first)));

        assertThat(lastTurn()).contains(second);
        assertAlwaysLost(stores -> stores.outbox().take(new OutboxTurn(2, Any.minute(5)), Optional.of(first)));
        assertAlwaysLost(stores -> stores.outbox().take(first, Optional.empty()));
    }

    private void add(RecordedEvent... events) {
        write(stores -> stores.outbox().addAll(List.of(events)));
    }

    private void tell(EventId... events) {
        write(stores -> stores.outbox().told(new HashSet<>(List.of(events))));
    }

    private int purge(int limit) {
        return storage().inUnitOfWork(stores -> stores.outbox().purge(Any.minute(3), limit));
    }

    private List<KeptEvent> waiting() {
        return waiting(10);
    }

    private List<KeptEvent> waiting(int limit) {
        return read(stores -> stores.outbox().waiting(limit));
    }

    private Optional<OutboxTurn> lastTurn() {
        return read(stores -> stores.outbox().lastTurn());
    }
}
