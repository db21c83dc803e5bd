package org.openmembership.email;

import java.time.Instant;
import org.openmembership.user.ConfirmationId;

/** What came of {@link EmailChange#request}. */
public sealed interface EmailChangeResult {
    /**
     * A message is on its way to the new address; until it is confirmed nothing has changed.
     *
     * <p>Also the answer for an address that is another user's, who is then told instead (R7).
     */
    record AwaitingConfirmation(ConfirmationId confirmation) implements EmailChangeResult {}

    /** It is the user's address already, letter by letter. */
    record Unchanged() implements EmailChangeResult {}

    /** No such user, one who is disabled, or one who has to prove the address of a registration first. */
    record NotPossible() implements EmailChangeResult {}

    /** Too many messages were asked for; nothing was sent. */
    record Wait(Instant until) implements EmailChangeResult {}
}
