package org.openmembership.user;

import java.util.Optional;

/** Keeps users. */
public interface UserStore {
    /**
     * Adds a user that is not there yet.
     *
     * <p>If another unit of work has taken the username meanwhile, this one is run again.
     */
    void add(User user);

    /**
     * Replaces all of the stored user but its username.
     *
     * <p>The stored one must be of the epoch before; if another unit of work came first, this one is run again.
     */
    void update(User user);

    Optional<User> find(UserId id);

    Optional<User> withUsername(Username username);
}
