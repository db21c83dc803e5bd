package org.openmembership.password;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.member.MemberId;
import org.openmembership.user.UserId;
import org.openmembership.user.UserWarning;

/** What came of {@link SignIn#signIn}. */
public sealed interface SignInResult {
    /**
     * The right user.
     *
     * @param member null for a user who is no member
     * @param epoch of the user; a session should end when the user's is another, because password, address or permission to
     *     sign in have changed since
     */
    record SignedIn(UserId user, @Nullable MemberId member, int epoch) implements SignInResult {}

    /** No such user, no password yet, or the wrong one: which of them is not told (S9). */
    record Refused() implements SignInResult {}

    /** The password is right, but the user is disabled or has to prove the address first (A14, R9). */
    record Warned(Set<UserWarning> warnings) implements SignInResult {
        public Warned {
            warnings = Set.copyOf(warnings);
        }
    }

    /** Too many wrong passwords; nothing was tried. */
    record Wait(Instant until) implements SignInResult {}
}
