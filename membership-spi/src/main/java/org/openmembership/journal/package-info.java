/**
 * Journals: points posted by hand or brought along from another system, many lines at once (B45, B46).
 *
 * <pre>{@code
 * Journal journal = stores.journals().find(new JournalId(club, 17)).orElseThrow();
 * List<PointEntry> entries = stores.journals().entries(journal.id());
 * }</pre>
 */
@NullMarked
package org.openmembership.journal;

import org.jspecify.annotations.NullMarked;
