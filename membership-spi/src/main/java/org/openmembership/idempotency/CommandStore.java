package org.openmembership.idempotency;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openmembership.shared.ExternalKey;

/** Keeps recorded commands; none is ever changed or removed. */
public interface CommandStore {
    /** Adds commands; if one of their keys was used meanwhile, the unit of work is run again. */
    void addAll(List<RecordedCommand> commands);

    Optional<RecordedCommand> find(CommandKey key);

    /** What an operation did under a key in all clubs, by club. */
    List<RecordedCommand> findInAllClubs(Operation operation, ExternalKey key);

    /** What an operation did under several keys in all clubs, by key, then club. */
    List<RecordedCommand> findAll(Operation operation, Collection<ExternalKey> keys);
}
