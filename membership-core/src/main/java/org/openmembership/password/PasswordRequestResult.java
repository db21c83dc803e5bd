package org.openmembership.password;

import java.time.Instant;
import org.openmembership.user.ConfirmationId;

/** What came of {@link Passwords#request}; says nothing about whether anybody has the address (S9). */
public sealed interface PasswordRequestResult {
    /**
     * If a user who may sign in has this address, a message is on its way there.
     *
     * @param confirmation for a page on which the code of the message is typed in
     */
    record Requested(ConfirmationId confirmation) implements PasswordRequestResult {}

    /** Too many messages were asked for; nothing was sent. What was sent before still works for its time. */
    record Wait(Instant until) implements PasswordRequestResult {}
}
