package org.openmembership.notes;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openmembership.note.Note;
import org.openmembership.note.Task;
import org.openmembership.note.TaskStatus;
import org.openmembership.shared.StoreCode;

/**
 * What a clerk fills in (C55).
 *
 * @param text required
 * @param category a code of the host's list
 * @param store where it is written; looked at for a new note only
 * @param status null for a plain note
 * @param dueOn the last day in time; required for a task, null for a plain note
 * @param assignee who does it, null for nobody yet
 */
public record NoteForm(
        @NotNull @Size(min = 1, max = Note.MAX_TEXT) @Nullable
        String text,

        @Size(min = 1, max = Note.MAX_CATEGORY) @Nullable String category,

        @Nullable StoreCode store,
        @Nullable TaskStatus status,
        @Nullable LocalDate dueOn,

        @Size(min = 1, max = Task.MAX_ASSIGNEE) @Nullable String assignee) {
    /** A plain note. */
    public static NoteForm note(@Nullable String text) {
        return new NoteForm(text, null, null, null, null, null);
    }

    /** An open task. */
    public static NoteForm task(@Nullable String text, @Nullable LocalDate dueOn) {
        return new NoteForm(text, null, null, TaskStatus.OPEN, dueOn, null);
    }

    /** The form as it is filled in for a note now. */
    public static NoteForm from(Note note) {
        Task task = note.task();
        return new NoteForm(
                note.text(),
                note.category(),
                note.store(),
                task == null ? null : task.status(),
                task == null ? null : task.dueOn(),
                task == null ? null : task.assignee());
    }

    public NoteForm in(@Nullable String otherCategory) {
        return new NoteForm(text, otherCategory, store, status, dueOn, assignee);
    }

    public NoteForm at(@Nullable StoreCode otherStore) {
        return new NoteForm(text, category, otherStore, status, dueOn, assignee);
    }

    public NoteForm with(@Nullable TaskStatus otherStatus) {
        return new NoteForm(text, category, store, otherStatus, dueOn, assignee);
    }

    public NoteForm assignedTo(@Nullable String other) {
        return new NoteForm(text, category, store, status, dueOn, other);
    }

    @Override
    public String toString() {
        return "NoteForm[***]";
    }
}
