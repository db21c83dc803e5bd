package org.openmembership.notes;

import java.time.Instant;
import org.openmembership.note.Note;
import org.openmembership.shared.ExternalKey;

/** What became of a note. */
public sealed interface NoteResult {
    /** @param repeated whether it was there already under this key; then nothing was changed */
    record Kept(Note note, boolean repeated) implements NoteResult {}

    /** Somebody else changed the note since it was read; nothing was written. */
    record Stale(Note current) implements NoteResult {}

    /** The key was used before for another customer's note; nothing was written. */
    record KeyReused(ExternalKey key, Instant firstUsedAt) implements NoteResult {}

    /** There is no such customer; nothing was written. */
    record UnknownCustomer() implements NoteResult {}

    /** There is no such note; nothing was written. */
    record UnknownNote() implements NoteResult {}
}
