package org.openmembership.user;

import java.time.Instant;

/**
 * What a user's password is checked against; a user who never set one has none (R13).
 *
 * @param user whose
 * @param hash all that is kept of the password
 * @param setAt when its owner set it
 * @param version counts the changes of this record, from 1
 */
public record Credential(UserId user, PasswordHash hash, Instant setAt, int version) {
    public static final int FIRST_VERSION = 1;

    public Credential {
        if (version < FIRST_VERSION) {
            throw new IllegalArgumentException("Credential.version must be at least 1, not " + version);
        }
    }

    /** A user's first password. */
    public static Credential first(UserId user, PasswordHash hash, Instant now) {
        return new Credential(user, hash, now, FIRST_VERSION);
    }

    /** Another password. */
    public Credential replaced(PasswordHash other, Instant now) {
        return new Credential(user, other, now, version + 1);
    }

    /** The same password, hashed anew (S12). */
    public Credential rehashed(PasswordHash stronger) {
        return new Credential(user, stronger, setAt, version + 1);
    }
}
