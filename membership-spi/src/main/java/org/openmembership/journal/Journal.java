package org.openmembership.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.RecordedCommand.Effect;

/**
 * A journal that was posted: never changed, undone by another one that names it.
 *
 * @param id its club and number
 * @param type what its lines are
 * @param command that posted it; where its lines came from a file, and each is a command of its own, that of the first line
 * @param heading the rest of what was said of it
 * @param postedAt by our clock
 * @param effects the entries it wrote, one stretch for each account, by account
 */
public record Journal(
        JournalId id, JournalType type, CommandKey command, Heading heading, Instant postedAt, List<Effect> effects) {
    public Journal {
        if (!command.club().equals(id.club())) {
            throw new IllegalArgumentException("journal " + id + " was posted by a command of " + command.club());
        }
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
