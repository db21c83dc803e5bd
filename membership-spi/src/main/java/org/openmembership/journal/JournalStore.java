package org.openmembership.journal;

import java.util.List;
import java.util.Optional;
import org.openmembership.club.ClubId;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Page;

/** Keeps journals; none is ever changed or removed. */
public interface JournalStore {
    /**
     * The number of the last journal of a club, 0 before the first. Whoever asks keeps all others who ask waiting until the
     * unit of work ends; so it is asked last, when all accounts are locked.
     */
    long lockLastNumber(ClubId club);

    /**
     * Adds a journal whose number is the next; if the number was taken meanwhile, or the journal it undoes was undone, the
     * unit of work is run again.
     */
    void add(Journal journal);

    Optional<Journal> find(JournalId id);

    /** The journal that was posted by a command. */
    Optional<Journal> postedBy(CommandKey command);

    /** The journal that undid another one. */
    Optional<Journal> reversalOf(JournalId id);

    /** The journals of a club, the latest first. */
    Page<Journal> of(ClubId club, Page.Request page);

    /** The journals of a club with one number of the host's, the latest first. */
    Page<Journal> withDocument(ClubId club, DocumentCode document, Page.Request page);

    /** The entries that a journal wrote, by their part in it. */
    List<PointEntry> entries(JournalId id);
}
