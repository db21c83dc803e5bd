package org.openmembership.note;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.Actor;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.Texts;

/**
 * What a clerk wrote about a customer, and what is to be done, if anything (C31, C55).
 *
 * @param id ours
 * @param key the caller's name for it, unique over all notes
 * @param text 1 to 2,000 characters without control characters
 * @param category a code of the host's list; 1 to 40 characters, or null
 * @param store where it was written, null if that does not matter
 * @param task null for a plain note
 * @param by who wrote it
 * @param createdAt when, by our clock
 * @param version 1 for a new note, one more with each change
 */
public record Note(
        NoteId id,
        ExternalKey key,
        CustomerId customer,
        String text,
        @Nullable String category,
        @Nullable StoreCode store,
        @Nullable Task task,
        Actor by,
        Instant createdAt,
        int version) {
    public static final int MAX_TEXT = 2_000;
    public static final int MAX_CATEGORY = 40;

    public Note {
        Texts.requireCode("Note.text", text, MAX_TEXT);
        if (category != null) {
            Texts.requireCode("Note.category", category, MAX_CATEGORY);
        }
        if (version < 1) {
            throw new IllegalArgumentException("Note.version must be at least 1, not " + version);
        }
    }

    public Optional<Task> asTask() {
        return Optional.ofNullable(task);
    }

    /** The next version, with another text, category and task. */
    public Note changed(String newText, @Nullable String newCategory, @Nullable Task newTask) {
        return new Note(id, key, customer, newText, newCategory, store, newTask, by, createdAt, version + 1);
    }

    /** The same note about another customer. */
    public Note about(CustomerId other) {
        return new Note(id, key, other, text, category, store, task, by, createdAt, version);
    }

    @Override
    public String toString() {
        return "Note[" + id + "]";
    }
}
