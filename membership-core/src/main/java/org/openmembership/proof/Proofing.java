package org.openmembership.proof;

import org.openmembership.user.User;

/**
 * What proving has in common in this installation; immutable and thread-safe.
 *
 * @param throttles how tries are counted
 * @param requiresVerification whether an address must be proven before it counts
 * @param maxAttempts how many wrong secrets one message survives
 */
public record Proofing(Throttles throttles, boolean requiresVerification, int maxAttempts) {
    /** Whether nothing keeps a user from being used. */
    public boolean mayBeUsed(User user) {
        return user.warnings(requiresVerification).isEmpty();
    }
}
