package org.openmembership.password;

import java.time.Instant;

/** What came of {@link Passwords#send}. */
public sealed interface PasswordLinkResult {
    /** A message is on its way to the stored address. */
    record Queued() implements PasswordLinkResult {}

    /** There is nobody to send it to. */
    record NotSent(Reason reason) implements PasswordLinkResult {}

    /** Too many messages were asked for; nothing was sent. */
    record Wait(Instant until) implements PasswordLinkResult {}

    /** Why nothing was sent. */
    enum Reason {
        UNKNOWN_USER,
        /** A user known by phone alone. */
        NO_ADDRESS,
        DISABLED,
        /** The address has to be proven first, by the registration it came with. */
        UNVERIFIED
    }
}
