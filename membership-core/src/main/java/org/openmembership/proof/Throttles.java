package org.openmembership.proof;

import java.time.Instant;
import org.openmembership.command.Caller;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.ThrottlePolicy;

/** What all counting of tries has in common; immutable and thread-safe. */
public record Throttles(ThrottlePolicy policy, SecretSeal seal) {
    /** Counting for one call. */
    public Throttling of(Caller caller, Instant now) {
        return new Throttling(policy, seal, caller.origin(), now);
    }
}
