package org.openmembership.hashing;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.user.CommonPasswords;
import org.openmembership.user.Credential;
import org.openmembership.user.Password;
import org.openmembership.user.PasswordHash;
import org.openmembership.user.PasswordHasher;
import org.openmembership.user.PasswordPolicy;
import org.openmembership.user.PasswordProblem;

/**
 * How passwords are judged in this installation; slow, and never asked inside a unit of work. Immutable and thread-safe.
 *
 * @param hasher what they become
 * @param policy which may be set
 * @param common which everybody knows
 */
public record PasswordRules(PasswordHasher hasher, PasswordPolicy policy, CommonPasswords common) {
    private static final Password NONE = new Password("-");

    /**
     * What came of comparing a password.
     *
     * @param right whether it is the one
     * @param stronger a better hash of a right one; null where what is kept is good enough
     */
    public record Verdict(boolean right, @Nullable PasswordHash stronger) {}

    /**
     * Compares, with the same work whether or not there is anything to compare with (S9).
     *
     * @param typed empty if what was typed can be no password at all
     * @param kept null if there is no such user, or no password yet
     */
    public Verdict judge(Optional<Password> typed, @Nullable Credential kept) {
        Password password = typed.orElse(NONE);
        if (kept == null) {
            hasher.hash(password);
            return new Verdict(false, null);
        }
        boolean right = hasher.matches(password, kept.hash()) && typed.isPresent();
        boolean outdated = right && hasher.needsRehash(kept.hash());
        return new Verdict(right, outdated ? hasher.hash(password) : null);
    }

    /** What is wrong with a new password, whoever's it will be. */
    public Set<PasswordProblem> problems(String typed) {
        return policy.problems(typed, common);
    }
}
