package org.openmembership.outbox;

import java.time.Instant;

/**
 * The right to tell events while nobody else does.
 *
 * @param number counts turns from 1, so that two never look alike
 * @param until when it ends by itself, should whoever has it be gone
 */
public record OutboxTurn(long number, Instant until) {
    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }
}
