package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.note.Note;
import org.openmembership.note.NoteId;
import org.openmembership.note.NoteStore;
import org.openmembership.note.Task;
import org.openmembership.note.TaskStatus;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.StoreCode;

/** What every {@link NoteStore} does. */
@Requirement({"C31", "C55"})
public abstract class NoteStoreContract extends StoreContract {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void notes_are_read_back_as_they_are_now() {
        CustomerId ada = customer();
        Note note = note(ada, 1, null);
        Note task = note(ada, 2, new Task(TaskStatus.AWAITING_REPLY, DAY, "clerk-1"));
        add(note, task);
        Note changed = task.changed("\u00e9 other", null, new Task(TaskStatus.COMPLETED, DAY, null));

        write(stores -> stores.notes().update(changed));

        assertThat(find(note.id())).contains(note);
        assertThat(find(task.id())).contains(changed);
        assertThat(withKey(note.key())).contains(note);
        assertAlwaysLost(stores -> stores.notes().update(changed));
    }

    @Test
    void one_key_is_used_once() {
        CustomerId ada = customer();
        Note note = note(ada, 1, null);
        add(note);
        Note other = note(ada, 1, null);
        Note same = new Note(other.id(), note.key(), ada, "x", null, null, null, Actor.SYSTEM, Any.anyInstant(), 1);

        assertAlwaysLost(stores -> stores.notes().add(same));
    }

    @Test
    void what_was_written_about_a_customer_comes_the_latest_first_in_pages() {
        CustomerId ada = customer();
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            notes.add(0, note(ada, i / 2, null));
        }
        add(notes.toArray(Note[]::new));
        add(note(customer(), 1, null));

        List<NoteId> seen = new ArrayList<>();
        Page<Note> page = of(ada, Page.Request.first(3));
        page.items().forEach(note -> seen.add(note.id()));
        while (page.next() != null) {
            page = of(ada, Page.Request.after(page.next(), 3));
            page.items().forEach(note -> seen.add(note.id()));
        }
        assertThat(seen).containsExactlyElementsOf(notes.stream().map(Note::id).toList());
    }

    @Test
    void open_tasks_come_the_first_due_first() {
        CustomerId ada = customer();
        Note late = note(ada, 1, new Task(TaskStatus.OPEN, DAY, "clerk-1"));
        Note later = note(ada, 1, new Task(TaskStatus.IN_PROGRESS, DAY.plusDays(2), null));
        Note soon = note(ada, 1, new Task(TaskStatus.AWAITING_ACTION, DAY.plusDays(1), "clerk-2"));
        add(later, soon, late, note(ada, 1, null), note(ada, 1, new Task(TaskStatus.COMPLETED, DAY, "clerk-1")));

        assertThat(tasks(null, null)).containsExactly(late, soon, later);
        assertThat(tasks("clerk-2", null)).containsExactly(soon);
        assertThat(tasks(null, DAY.plusDays(1))).containsExactly(late);
        Page<Note> first = read(stores -> stores.notes().openTasks(null, null, Page.Request.first(1)));
        assertThat(first.items()).containsExactly(late);
        Page.Cursor next = first.nextCursor().orElseThrow();
        Page<Note> second = read(stores -> stores.notes().openTasks(null, null, Page.Request.after(next, 5)));
        assertThat(second.items()).containsExactly(soon, later);
    }

    private CustomerId customer() {
        Customer customer = AnyCustomer.anyCustomer();
        write(stores -> stores.customers().add(customer));
        return customer.id();
    }

    private static Note note(CustomerId customer, int minute, @Nullable Task task) {
        long number = Any.anyNumber();
        return new Note(
                NoteId.of("n-" + (1_000_000 + number)),
                ExternalKey.of("till-7", "note-" + number),
                customer,
                "called, will come \ud83d\ude00",
                "CALL",
                StoreCode.of("store-1"),
                task,
                Actor.staff("clerk-1"),
                Any.minute(minute),
                1);
    }

    private void add(Note... notes) {
        write(stores -> List.of(notes).forEach(stores.notes()::add));
    }

    private Optional<Note> find(NoteId id) {
        return read(stores -> stores.notes().find(id));
    }

    private Optional<Note> withKey(ExternalKey key) {
        return read(stores -> stores.notes().withKey(key));
    }

    private Page<Note> of(CustomerId customer, Page.Request page) {
        return read(stores -> stores.notes().of(customer, page));
    }

    private List<Note> tasks(@Nullable String assignee, @Nullable LocalDate dueBefore) {
        return read(stores -> stores.notes().openTasks(assignee, dueBefore, Page.Request.first(10)))
                .items();
    }
}
