package org.openmembership.password;

import java.time.Instant;
import java.util.Set;
import org.openmembership.user.PasswordProblem;

/** What came of {@link Passwords#change}. */
public sealed interface ChangePasswordResult {
    /**
     * The password is another one, and everything that was open for this user is dead.
     *
     * @param epoch of the user from now on; sessions of an earlier one should end, but for the one that asked
     */
    record Changed(int epoch) implements ChangePasswordResult {}

    /** The new password will not do. */
    record BadPassword(Set<PasswordProblem> problems) implements ChangePasswordResult {
        public BadPassword {
            problems = Set.copyOf(problems);
        }
    }

    /** The old password is another one, or the user has none or is not there. */
    record WrongPassword() implements ChangePasswordResult {}

    /** Too many wrong passwords; nothing was tried. */
    record Wait(Instant until) implements ChangePasswordResult {}
}
