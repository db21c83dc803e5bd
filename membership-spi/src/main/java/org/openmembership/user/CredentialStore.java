package org.openmembership.user;

import java.util.Optional;

/** Keeps what passwords are checked against, apart from users so that nothing else ever reads it. */
public interface CredentialStore {
    /**
     * Adds a credential of the first version, or replaces the stored one of the version before.
     *
     * <p>If another unit of work came first, this one is run again.
     */
    void put(Credential credential);

    Optional<Credential> find(UserId user);
}
