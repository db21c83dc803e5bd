package org.openmembership.notes;

import java.time.LocalDate;
import org.openmembership.note.Note;

/**
 * A note as it is listed on a day.
 *
 * @param overdue whether it is a task whose last day is over by the shop's clock (C55)
 */
public record DatedNote(Note note, boolean overdue) {
    static DatedNote on(LocalDate today, Note note) {
        return new DatedNote(
                note, note.asTask().filter(task -> task.isOverdue(today)).isPresent());
    }
}
