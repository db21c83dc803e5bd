package org.openmembership.password;

import java.time.Instant;
import java.util.Set;
import org.openmembership.user.PasswordProblem;
import org.openmembership.user.UserId;

/** What came of {@link Passwords#set}. */
public sealed interface SetPasswordResult {
    /**
     * The password is set, and everything else that was open for this user is dead.
     *
     * @param epoch of the user from now on; sessions of an earlier one should end
     */
    record PasswordSet(UserId user, int epoch) implements SetPasswordResult {}

    /** The password will not do; the code or token still does. */
    record BadPassword(Set<PasswordProblem> problems) implements SetPasswordResult {
        public BadPassword {
            problems = Set.copyOf(problems);
        }
    }

    /** Not the secret, or no longer; with no attempts left, a new message has to be asked for. */
    record Wrong(int attemptsLeft) implements SetPasswordResult {}

    /** Too late, or no confirmation of ours. */
    record Expired() implements SetPasswordResult {}

    /** Too many wrong secrets came from this origin. */
    record Wait(Instant until) implements SetPasswordResult {}
}
