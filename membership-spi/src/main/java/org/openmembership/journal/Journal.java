package org.openmembership.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.idempotency.RecordedCommand.Effect;
import org.openmembership.shared.ExternalKey;

/**
 * A journal that was posted: never changed, undone by another one that names it.
 *
 * @param id its club and number
 * @param type what its lines are
 * @param key of the command that posted it
 * @param heading the rest of what was said of it
 * @param postedAt by our clock
 * @param effects the entries it wrote, one stretch for each account, by account
 */
public record Journal(
        JournalId id, JournalType type, ExternalKey key, Heading heading, Instant postedAt, List<Effect> effects) {
    public Journal {
        effects = List.copyOf(effects);
    }

    /**
     * @param lines how many lines were posted
     * @param document the host's own number, null where it has none
     * @param reverses the number of the journal of the club that this one undoes, null where it undoes none
     */
    public record Heading(
            int lines,
            @Nullable DocumentCode document,
            @Nullable Long reverses) {}

    /** The journal that this one undoes. */
    public Optional<JournalId> reversed() {
        return Optional.ofNullable(heading.reverses()).map(number -> new JournalId(id.club(), number));
    }
}
