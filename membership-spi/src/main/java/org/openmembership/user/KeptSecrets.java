package org.openmembership.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the two secrets of one message; either proves what the message was about.
 *
 * @param code hash of the short one
 * @param token hash of the long one
 * @param expiresAt from when on neither works
 */
public record KeptSecrets(SecretHash code, SecretHash token, Instant expiresAt) {
    /** Equal to no hash of a secret that anybody could find. */
    private static final SecretHash NO_SECRET = new SecretHash("0".repeat(SecretHash.LENGTH));

    /**
     * Whether a secret with this hash is one of two that are kept, if any are; takes equally long for every answer (S9).
     *
     * @param kept null while no message has been sent
     */
    @SuppressWarnings("ShortCircuitBoolean")
    public static boolean areMatched(@Nullable KeptSecrets kept, SecretHash given) {
        // both are compared, whatever the first says
        boolean isCode = given.matches(kept == null ? NO_SECRET : kept.code);
        boolean isToken = given.matches(kept == null ? NO_SECRET : kept.token);
        return isCode || isToken;
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
