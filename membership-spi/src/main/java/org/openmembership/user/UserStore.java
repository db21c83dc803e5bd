package org.openmembership.user;

import java.util.List;
import java.util.Optional;

/** Keeps users. */
public interface UserStore {
    /**
     * Adds a user that is not there yet.
     *
     * <p>If another unit of work has taken the username or the email meanwhile, this one is run again: an email key is the
     * current address of one user at most.
     */
    void add(User user);

    /**
     * Replaces all of the stored user but its username.
     *
     * <p>The stored one must be of the epoch before; if another unit of work came first, or took the email, this one is run
     * again.
     */
    void update(User user);

    /** Costs what adding or replacing a user costs, and keeps nothing: so that a stranger cannot tell which was done (S9). */
    void pretend();

    Optional<User> find(UserId id);

    Optional<User> withUsername(Username username);

    /** Users whose name this is, or whose current address has it as its key; two at most, by username. */
    List<User> withLogin(Username login);
}
