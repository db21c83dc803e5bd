package org.openmembership.users;

import java.util.Optional;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.proof.Logins;
import org.openmembership.step.Facts;
import org.openmembership.step.LoginSwitch;
import org.openmembership.storage.Stores;
import org.openmembership.user.User;
import org.openmembership.user.UserId;

/**
 * The door to switching users on and off (A54, C23). Thread-safe.
 *
 * <p>Users are made by registering, never by hand, and never deleted here.
 */
public final class Users {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Users(Caller caller) {
        this.caller = caller;
    }

    /**
     * Lets a user sign in again; codes and tokens sent before stay dead. A repeat changes nothing. Whose member has become part of
     * another one stays off ({@link UserChange#MERGED}).
     */
    public UserChange enable(UserId user) {
        return caller.change((stores, facts) -> change(user, true, stores, facts));
    }

    /**
     * Keeps a user from signing in, whatever the password; codes and tokens sent before are dead, and sessions should end,
     * because the epoch is another. A repeat changes nothing.
     */
    public UserChange disable(UserId user) {
        return caller.change((stores, facts) -> change(user, false, stores, facts));
    }

    /** The user as kept; empty if there is none. Its epoch tells whether a session is still good. */
    public Optional<User> find(UserId user) {
        return caller.read(stores -> {
            Optional<User> found = stores.users().find(user);
            caller.require(
                    Permission.IDENTIFY,
                    found.map(known -> Logins.subject(known, stores)).orElse(Subject.NOBODY));
            return found;
        });
    }

    private UserChange change(UserId id, boolean on, Stores stores, Facts facts) {
        Optional<User> found = stores.users().find(id);
        caller.require(
                Permission.ENABLE_USER,
                found.map(user -> Logins.subject(user, stores)).orElse(Subject.NOBODY),
                facts);
        facts.attempted(Permission.ENABLE_USER, Logins.topic(id));
        if (found.isEmpty()) {
            return UserChange.UNKNOWN_USER;
        }
        if (found.get().enabled() == on) {
            return UserChange.UNCHANGED;
        }
        if (on && stores.merges().isMergedAway(id)) {
            return UserChange.MERGED;
        }
        LoginSwitch.turn(found.get(), on, caller.now(), stores, facts);
        return UserChange.CHANGED;
    }
}
