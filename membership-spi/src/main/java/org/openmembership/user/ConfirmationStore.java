package org.openmembership.user;

import java.util.Optional;

/** Keeps confirmations. */
public interface ConfirmationStore {
    void add(Confirmation confirmation);

    /**
     * Replaces what has changed of the stored confirmation: secrets, attempts, state.
     *
     * <p>The stored one must be of the version before; if another unit of work came first, this one is run again.
     */
    void update(Confirmation confirmation);

    Optional<Confirmation> find(ConfirmationId id);

    /**
     * A confirmation, locked where the database locks, with its user; gathers for proving it.
     *
     * <p>It is the newest unless the same user has one of the same purpose that was created later or, at the same instant,
     * has a greater id.
     */
    Optional<ConfirmationFacts> forUpdate(ConfirmationId id);
}
