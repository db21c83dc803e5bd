package org.openmembership.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailAddress;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.SecretHash;
import org.openmembership.user.UserId;

/**
 * One attempt to register, and what must be proven before it counts (R5, R6).
 *
 * <p>The details stand here as well as on an awaiting member: what is proven is this attempt, so these are the details
 * that become the member's, never those of another attempt (S2).
 *
 * @param id names the attempt
 * @param subject whose attempt: user, member and the user's epoch; another epoch means a newer attempt came
 * @param email the address to be proven, as typed
 * @param details what the registrant told us
 * @param terms what the registrant accepted, and when
 * @param secrets what is kept of the secrets; null until a message has been sent
 * @param attempts how many wrong secrets have been tried
 * @param state what became of it
 * @param version counts the changes of this record, from 1
 */
public record Registration(
        RegistrationId id,
        Subject subject,
        EmailAddress email,
        PersonalDetails details,
        TermsAcceptance terms,
        @Nullable Secrets secrets,
        int attempts,
        RegistrationState state,
        int version) {
    public static final int FIRST_VERSION = 1;

    public Registration {
        if (attempts < 0 || version < FIRST_VERSION) {
            throw new IllegalArgumentException("Registration: attempts " + attempts + ", version " + version);
        }
    }

    /** A new attempt. */
    public static Registration begun(
            RegistrationId id,
            Subject subject,
            EmailAddress email,
            PersonalDetails details,
            TermsAcceptance terms,
            RegistrationState state) {
        return new Registration(id, subject, email, details, terms, null, 0, state, FIRST_VERSION);
    }

    /** The attempt with new secrets; those before are dead. Wrong tries stay counted. */
    public Registration withSecrets(Secrets minted) {
        return new Registration(id, subject, email, details, terms, minted, attempts, state, version + 1);
    }

    public Registration triedInVain() {
        return new Registration(id, subject, email, details, terms, secrets, attempts + 1, state, version + 1);
    }

    public Registration ended(RegistrationState end) {
        return new Registration(id, subject, email, details, terms, secrets, attempts, end, version + 1);
    }

    @Override
    public String toString() {
        return "Registration[" + id + " " + state + "]";
    }

    /**
     * Whose attempt it is.
     *
     * @param user who will sign in
     * @param member who will be activated; null only where the address is taken by a user without a member
     * @param epoch of the user when the attempt began
     */
    public record Subject(UserId user, @Nullable MemberId member, int epoch) {}

    /**
     * What is kept of the two secrets; either proves the address.
     *
     * @param code hash of the short one
     * @param token hash of the long one
     * @param expiresAt from when on neither works
     */
    public record Secrets(SecretHash code, SecretHash token, Instant expiresAt) {}
}
