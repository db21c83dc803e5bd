package org.openmembership.note;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Page;

/** Keeps notes and tasks. */
public interface NoteStore {
    /** Adds a note; if another unit of work has used its key meanwhile, this one is run again. */
    void add(Note note);

    /**
     * Replaces text, category and task of the stored note.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void update(Note note);

    /** All that was written about a customer, by id. */
    List<NoteId> idsOf(CustomerId customer);

    /** Lets notes be about another customer. */
    void repoint(List<NoteId> notes, CustomerId customer);

    Optional<Note> find(NoteId id);

    Optional<Note> withKey(ExternalKey key);

    /** A page of what was written about a customer, the latest first, then by id. */
    Page<Note> of(CustomerId customer, Page.Request page);

    /**
     * A page of the tasks that are not completed, the first due first, then by id.
     *
     * @param assignee whose; null for everybody's
     * @param dueBefore only those whose last day is before this one; null for all
     */
    Page<Note> openTasks(@Nullable String assignee, @Nullable LocalDate dueBefore, Page.Request page);
}
