package org.openmembership.testkit;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.note.Note;
import org.openmembership.note.NoteId;
import org.openmembership.note.NoteStore;
import org.openmembership.note.Task;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.ForgedCursorException;
import org.openmembership.shared.Page;

/** Notes, by looking at all of them; a page starts behind the note that ended the one before. */
final class InMemoryNotes implements NoteStore {
    private static final Comparator<Note> LATEST_FIRST =
            comparing(Note::createdAt).thenComparing(Note::id).reversed();
    private static final Comparator<Note> FIRST_DUE = comparing(
                    (Note note) -> note.asTask().map(Task::dueOn).orElse(LocalDate.MAX))
            .thenComparing(Note::id);

    private final State state;

    InMemoryNotes(State state) {
        this.state = state;
    }

    @Override
    public void add(Note note) {
        state.notes.add(note.id(), note);
        state.notesByKey.add(note.key(), note.id());
    }

    @Override
    public void update(Note note) {
        if (find(note.id())
                .filter(before -> before.version() == note.version() - 1)
                .isEmpty()) {
            throw new RaceLostException(note + " has another version");
        }
        state.notes.put(note.id(), note);
    }

    @Override
    public List<NoteId> idsOf(CustomerId customer) {
        return state.notes
                .values()
                .filter(note -> note.customer().equals(customer))
                .map(Note::id)
                .toList();
    }

    @Override
    public void repoint(List<NoteId> notes, CustomerId customer) {
        notes.forEach(id -> {
            Note note = find(id).orElseThrow(() -> new RaceLostException("there is no note " + id));
            state.notes.put(id, note.about(customer));
        });
    }

    @Override
    public Optional<Note> find(NoteId id) {
        return state.notes.find(id);
    }

    @Override
    public Optional<Note> withKey(ExternalKey key) {
        return state.notesByKey.find(key).flatMap(this::find);
    }

    @Override
    public Page<Note> of(CustomerId customer, Page.Request page) {
        return page(state.notes.values().filter(note -> note.customer().equals(customer)), LATEST_FIRST, page);
    }

    @Override
    public Page<Note> openTasks(@Nullable String assignee, @Nullable LocalDate dueBefore, Page.Request page) {
        Stream<Note> found = state.notes
                .values()
                .filter(note -> note.asTask()
                        .filter(Task::isOpen)
                        .filter(task -> assignee == null || Objects.equals(assignee, task.assignee()))
                        .filter(task -> dueBefore == null || task.dueOn().isBefore(dueBefore))
                        .isPresent());
        return page(found, FIRST_DUE, page);
    }

    private Page<Note> page(Stream<Note> found, Comparator<Note> order, Page.Request page) {
        Page.Cursor after = page.after();
        Note last = after == null
                ? null
                : find(InMemoryPages.id(after, NoteId::of)).orElseThrow(() -> new ForgedCursorException(after));
        List<Note> rows = found.sorted(order)
                .filter(note -> last == null || order.compare(note, last) > 0)
                .limit(page.limit() + 1L)
                .toList();
        if (rows.size() <= page.limit()) {
            return new Page<>(rows, null);
        }
        List<Note> items = rows.subList(0, page.limit());
        return new Page<>(
                items, new Page.Cursor(items.get(items.size() - 1).id().value()));
    }
}
