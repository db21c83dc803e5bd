package org.openmembership.email;

import java.time.Instant;
import org.openmembership.user.UserId;

/** What came of {@link EmailChange#confirm}. */
public sealed interface EmailConfirmationResult {
    /**
     * The new address is the user's, and the old one is told.
     *
     * @param epoch of the user from now on; sessions of an earlier one should end
     */
    record Changed(UserId user, int epoch) implements EmailConfirmationResult {}

    /** Somebody else has proven the address meanwhile. */
    record EmailTaken() implements EmailConfirmationResult {}

    /** Not the secret, or no longer; with no attempts left, a new message has to be asked for. */
    record Wrong(int attemptsLeft) implements EmailConfirmationResult {}

    /** Too late, or no confirmation of ours. */
    record Expired() implements EmailConfirmationResult {}

    /** Too many wrong secrets came from this origin. */
    record Wait(Instant until) implements EmailConfirmationResult {}
}
