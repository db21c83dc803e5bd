package org.openmembership.user;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailAddress;

/**
 * A login (A7, A12).
 *
 * @param id ours
 * @param username never changes
 * @param email where messages go, exactly as stored here; null for a user known by phone alone
 * @param enabled whether the user may use anything
 * @param verifiedAt when the owner of {@code email} proved it; null while nobody has
 * @param epoch counts the changes of this user, from 1; a secret made in another epoch is dead (I16)
 */
public record User(
        UserId id,
        Username username,
        @Nullable EmailAddress email,
        boolean enabled,
        @Nullable Instant verifiedAt,
        int epoch) {
    public static final int FIRST_EPOCH = 1;

    public User {
        if (epoch < FIRST_EPOCH) {
            throw new IllegalArgumentException("User.epoch must be at least 1, not " + epoch);
        }
        if (email == null && verifiedAt != null) {
            throw new IllegalArgumentException("User.verifiedAt needs an email");
        }
    }

    /** An enabled user whose address nobody has proven. */
    public static User unverified(UserId id, Username username, @Nullable EmailAddress email) {
        return new User(id, username, email, true, null, FIRST_EPOCH);
    }

    public boolean isVerified() {
        return verifiedAt != null;
    }

    /** The user once its address is proven; every secret made before is dead. A second proof keeps the first instant. */
    public User verified(Instant at) {
        return new User(id, username, email, enabled, verifiedAt == null ? at : verifiedAt, epoch + 1);
    }

    /** The user under a newer registration, with the address as typed there; every secret made before is dead (R5). */
    public User superseded(EmailAddress typed) {
        return new User(id, username, typed, enabled, verifiedAt, epoch + 1);
    }

    /** The user with another address, which its owner has just proven; name and links stay (R8). */
    public User moved(EmailAddress proven, Instant at) {
        return new User(id, username, proven, enabled, at, epoch + 1);
    }

    /** The user without the address that nobody has proven and that its true owner has now: a proven mailbox wins (R8). */
    public User withoutEmail() {
        return new User(id, username, null, enabled, null, epoch + 1);
    }

    /** The user with another password; every secret made before is dead, and so should every session be. */
    public User withNewPassword() {
        return new User(id, username, email, enabled, verifiedAt, epoch + 1);
    }

    /** The user switched on or off by the host; every secret made before is dead. */
    public User withEnabled(boolean on) {
        return new User(id, username, email, on, verifiedAt, epoch + 1);
    }

    /**
     * What a screen must warn of (A14).
     *
     * @param verificationRequired whether an address must be proven at all
     */
    public Set<UserWarning> warnings(boolean verificationRequired) {
        Set<UserWarning> warnings = EnumSet.noneOf(UserWarning.class);
        if (!enabled) {
            warnings.add(UserWarning.DISABLED);
        }
        if (verificationRequired && email != null && !isVerified()) {
            warnings.add(UserWarning.UNVERIFIED);
        }
        return Set.copyOf(warnings);
    }

    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
