package org.openmembership.notes;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.customer.Customer;
import org.openmembership.customer.CustomerId;
import org.openmembership.intake.Intake;
import org.openmembership.note.Note;
import org.openmembership.note.NoteId;
import org.openmembership.note.Task;
import org.openmembership.notes.NoteResult.Kept;
import org.openmembership.notes.NoteResult.KeyReused;
import org.openmembership.notes.NoteResult.Stale;
import org.openmembership.notes.NoteResult.UnknownCustomer;
import org.openmembership.notes.NoteResult.UnknownNote;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;
import org.openmembership.shared.Texts;
import org.openmembership.storage.Stores;

/** The door to notes and tasks about customers (C31, C55). Not for members to read. Thread-safe. */
public final class Notes {
    private static final Page<Note> NONE = new Page<>(List.of(), null);

    private final Caller caller;
    private final ZoneId zone;

    /**
     * Made by the facade alone, which is why its parameter is not exported.
     *
     * @param zone whose day decides what is overdue
     */
    @SuppressWarnings("exports")
    public Notes(Caller caller, ZoneId zone) {
        this.caller = caller;
        this.zone = zone;
    }

    /**
     * Writes a note or a task.
     *
     * @param key the caller's name for it: a repeat answers with the note that is there and changes nothing
     * @throws InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public NoteResult add(CustomerId customer, ExternalKey key, NoteForm form) {
        Task task = valid(form);
        Instant now = caller.now();
        Note note = new Note(
                NoteId.of(caller.ids().next()),
                key,
                customer,
                requireNonNull(form.text()),
                form.category(),
                form.store(),
                task,
                caller.actor(),
                now,
                1);
        return caller.change(Permission.WRITE_NOTES, Subject.NOBODY, stores -> add(note, stores));
    }

    private static NoteResult add(Note note, Stores stores) {
        Optional<Note> first = stores.notes().withKey(note.key());
        if (first.isPresent()) {
            Note kept = first.get();
            CustomerId now =
                    stores.customers().find(note.customer()).map(Customer::id).orElse(note.customer());
            boolean same = kept.customer().equals(now);
            return same ? new Kept(kept, true) : new KeyReused(note.key(), kept.createdAt());
        }
        Optional<Note> kept = stores.customers().find(note.customer()).map(found -> note.about(found.id()));
        kept.ifPresent(stores.notes()::add);
        return kept.<NoteResult>map(about -> new Kept(about, false)).orElseGet(UnknownCustomer::new);
    }

    /**
     * Changes text, category and task; start the form from the note as it was read, {@link NoteForm#from}.
     *
     * @param version of the note that the form was filled in from
     * @throws InvalidRequestException with all that is wrong, by path; nothing is kept
     */
    public NoteResult change(NoteId id, int version, NoteForm form) {
        Task task = valid(form);
        return caller.change(Permission.WRITE_NOTES, Subject.NOBODY, stores -> {
            Optional<Note> found = stores.notes().find(id);
            if (found.isEmpty()) {
                return new UnknownNote();
            }
            Note current = found.get();
            if (current.version() != version) {
                return new Stale(current);
            }
            Note changed = current.changed(requireNonNull(form.text()), form.category(), task);
            stores.notes().update(changed);
            return new Kept(changed, false);
        });
    }

    /** What was written about a customer, the latest first. */
    public Page<DatedNote> of(CustomerId customer, Page.Request page) {
        return read(stores -> stores.customers()
                .find(customer)
                .map(found -> stores.notes().of(found.id(), page))
                .orElse(NONE));
    }

    /**
     * The tasks that are not completed, the first due first.
     *
     * @param assignee whose; null for everybody's
     * @param overdueOnly whether only those are wanted whose last day is over
     * @throws IllegalArgumentException if {@code assignee} is nothing that a task could be assigned to
     */
    public Page<DatedNote> openTasks(@Nullable String assignee, boolean overdueOnly, Page.Request page) {
        if (assignee != null) {
            Texts.requireCode("assignee", assignee, Task.MAX_ASSIGNEE);
        }
        LocalDate before = overdueOnly ? today() : null;
        return read(stores -> stores.notes().openTasks(assignee, before, page));
    }

    private Page<DatedNote> read(Function<Stores, Page<Note>> list) {
        LocalDate today = today();
        Page<Note> notes = caller.read(Permission.READ_NOTES, Subject.NOBODY, list);
        return new Page<>(
                notes.items().stream().map(note -> DatedNote.on(today, note)).toList(), notes.next());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(caller.now(), zone);
    }

    /** The task that the form holds, null for a plain note. */
    private @Nullable Task valid(NoteForm form) {
        Intake intake = Intake.of(caller.violations(form));
        intake.check("text", form.text() == null ? "must not be null" : null);
        intake.text("text", form.text(), Note.MAX_TEXT);
        intake.text("category", form.category(), Note.MAX_CATEGORY);
        intake.text("assignee", form.assignee(), Task.MAX_ASSIGNEE);
        boolean isTask = form.status() != null;
        intake.check("dueOn", isTask && form.dueOn() == null ? "must not be null for a task" : null);
        intake.check("dueOn", !isTask && form.dueOn() != null ? "needs a status" : null);
        intake.check("assignee", !isTask && form.assignee() != null ? "needs a status" : null);
        Task task = isTask && !intake.isWrong("dueOn") && !intake.isWrong("assignee")
                ? intake.take(
                        "dueOn",
                        () -> new Task(requireNonNull(form.status()), requireNonNull(form.dueOn()), form.assignee()))
                : null;
        intake.finish();
        return task;
    }
}
