package org.openmembership.inviting;

import java.time.Instant;

/** What came of {@link Inviting#decline}. */
public sealed interface DeclineResult {
    /**
     * Nobody registers with the invitation, and the shop sends no other to this address unless a clerk writes it anew.
     *
     * @param repeated whether it had been said before; then nothing was changed
     */
    record Declined(boolean repeated) implements DeclineResult {}

    /** Not the secret, or that of a message that a newer one has replaced. */
    record Wrong(int attemptsLeft) implements DeclineResult {}

    /** Too many wrong secrets came from this origin (S8). */
    record Wait(Instant until) implements DeclineResult {}

    /** Too late, called off by the shop, or no invitation of ours: there is nothing to be declined. */
    record Expired() implements DeclineResult {}

    /** Somebody has registered with the invitation; the shop has to be asked. */
    record Accepted() implements DeclineResult {}
}
