package org.openmembership.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openmembership.shared.Topic;

/** Keeps what was asked to be erased and what came of it, and takes people out of all stores. */
public interface PrivacyStore {
    /** Adds an erasure that nothing has been done about yet. */
    void add(Erasure erasure);

    /**
     * Replaces state and answers of holders of the stored erasure.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void update(Erasure erasure);

    Optional<Erasure> find(ErasureId id);

    /** The erasure that waits for a person it was asked for by this id. */
    Optional<Erasure> waitingFor(Topic person);

    /** The erasure by which somebody with this name is gone. */
    Optional<Erasure> erasureOf(Tombstone name);

    /** Those of these names that belonged to somebody who is gone, in order; at most 10,000. */
    List<Tombstone> among(Collection<Tombstone> names);

    /**
     * Everybody's records that belong to a member or customer, locked where the database locks; empty if there are none.
     *
     * <p>Whoever was merged away stands for the survivor, and all who were merged into the person belong to it, with the
     * users they signed in with, whatever else the person is (R16).
     */
    Optional<Person> personForUpdate(Topic person);

    /** All attempts to register and everything that was to be confirmed by the users of a person. */
    LoginHistory logins(Person person);

    /**
     * Takes out every row about the person whose records an erasure names as done, in every store, but for facts that hold
     * ids alone; keeps the erasure as {@link #update} does, and leaves names behind.
     *
     * @param names by which nobody is taken over again, those of the records included
     */
    void erase(Erasure erasure, Collection<Tombstone> names);
}
