package org.openmembership.member;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.EmailAddress;
import org.openmembership.user.KeptSecrets;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.RegistrationId;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretHash;
import org.openmembership.user.SecretSeal;
import org.openmembership.user.User;
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
 * @param accepts by what the registrant wants to be written to (D3)
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
        Set<ContactChannel> accepts,
        @Nullable KeptSecrets secrets,
        int attempts,
        RegistrationState state,
        int version) {
    public static final int FIRST_VERSION = 1;

    public Registration {
        accepts = Set.copyOf(accepts);
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
            Set<ContactChannel> accepts,
            RegistrationState state) {
        return new Registration(id, subject, email, details, terms, accepts, null, 0, state, FIRST_VERSION);
    }

    /** The attempt with new secrets; those before are dead. Wrong tries stay counted. */
    public Registration withSecrets(SecretSeal seal, Secret code, Secret token, Instant expiresAt) {
        KeptSecrets minted = new KeptSecrets(hash(seal, code), hash(seal, token), expiresAt);
        return new Registration(id, subject, email, details, terms, accepts, minted, attempts, state, version + 1);
    }

    /** Whether {@code secret} is the code or the token of this attempt; takes equally long for every answer (S6, S9). */
    public boolean isProvenBy(SecretSeal seal, Secret secret) {
        return KeptSecrets.areMatched(secrets, hash(seal, secret));
    }

    /** Whether the time of its secrets is over; one that has none yet has all its time before it. */
    public boolean isExpired(Instant now) {
        return secrets != null && secrets.isExpired(now);
    }

    /** Whether a newer attempt or another change of the user has made this one void. */
    public boolean isSuperseded(User user) {
        return state != RegistrationState.VERIFIED && subject.epoch() != user.epoch();
    }

    public Registration triedInVain() {
        return new Registration(id, subject, email, details, terms, accepts, secrets, attempts + 1, state, version + 1);
    }

    public Registration ended(RegistrationState end) {
        return new Registration(id, subject, email, details, terms, accepts, secrets, attempts, end, version + 1);
    }

    private SecretHash hash(SecretSeal seal, Secret secret) {
        List<String> boundTo = List.of(
                id.value(),
                subject.user().value(),
                Integer.toString(subject.epoch()),
                email.key().value());
        return seal.hash(NotificationPurpose.VERIFY_ADDRESS.name(), boundTo, secret);
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
}
