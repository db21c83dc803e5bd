/**
 * Notes: what clerks write about customers, and what is to be done (C31, C55).
 *
 * <pre>{@code
 * NoteForm form = NoteForm.task("Call back about the engine", LocalDate.of(2026, 3, 6)).assignedTo("clerk-1");
 * NoteResult written = clerk.notes().add(customer, ExternalKey.of("desk-1", "note-17"), form);
 * }</pre>
 */
@NullMarked
package org.openmembership.notes;

import org.jspecify.annotations.NullMarked;
