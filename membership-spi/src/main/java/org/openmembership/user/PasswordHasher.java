package org.openmembership.user;

/**
 * Host port: turns passwords into what is kept of them (R13, S12).
 *
 * <p>Slow on purpose, and therefore always called outside any unit of work. {@link #hash} and {@link #matches} must cost the
 * same, because a user nobody knows is answered by the one and a known one by the other (S9). Implementations are
 * thread-safe and never log what they are given.
 */
public interface PasswordHasher {
    /** A new hash, with a salt of its own. */
    PasswordHash hash(Password password);

    /**
     * Whether a hash was made of this password, by whatever scheme and parameters the hash names; compares in constant time.
     * One that cannot be read matches nothing.
     */
    boolean matches(Password password, PasswordHash hash);

    /** Whether {@link #hash} would make a stronger one today; it is then made anew when its owner signs in next. */
    boolean needsRehash(PasswordHash hash);
}
