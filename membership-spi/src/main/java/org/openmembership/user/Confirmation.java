package org.openmembership.user;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailAddress;

/**
 * Something that happens once the owner of a mailbox has confirmed it with a code or a token sent there (I16, R13).
 *
 * <p>Its secrets work for this purpose, user, address and epoch alone, once, for a time, and only while it is the newest of
 * its user and purpose: a newer one, and any change of the user, kills it.
 *
 * @param id ours
 * @param purpose what will happen
 * @param subject whom it is about; null where nobody has the address that was asked for, which must not be seen (S9)
 * @param secrets what is kept of the secrets; null until a message has been sent
 * @param attempts how many wrong secrets have been tried
 * @param state what became of it
 * @param createdAt when it was asked for
 * @param version counts the changes of this record, from 1
 */
public record Confirmation(
        ConfirmationId id,
        Purpose purpose,
        @Nullable Subject subject,
        @Nullable KeptSecrets secrets,
        int attempts,
        State state,
        Instant createdAt,
        int version) {
    public static final int FIRST_VERSION = 1;

    /** What a confirmation does. */
    public enum Purpose {
        SET_PASSWORD,
        CHANGE_ADDRESS
    }

    /** What became of a confirmation. */
    public enum State {
        /** Waits for its secret; dead all the same if its time, its attempts or its epoch are over. */
        OPEN,
        USED,
        /** The new address is another user's; to whoever asked it looks like any other (R7). */
        ADDRESS_TAKEN
    }

    public Confirmation {
        if (attempts < 0 || version < FIRST_VERSION) {
            throw new IllegalArgumentException("Confirmation: attempts " + attempts + ", version " + version);
        }
        if (state != State.OPEN && subject == null) {
            throw new IllegalArgumentException("Confirmation: only an open one has no subject, not " + state);
        }
    }

    /** One that has just been asked for. */
    public static Confirmation begun(
            ConfirmationId id, Purpose purpose, @Nullable Subject subject, State state, Instant now) {
        return new Confirmation(id, purpose, subject, null, 0, state, now, FIRST_VERSION);
    }

    /** The confirmation with new secrets; those before are dead. Wrong tries stay counted. */
    public Confirmation withSecrets(SecretSeal seal, Secret code, Secret token, Instant expiresAt) {
        KeptSecrets minted = new KeptSecrets(hash(seal, code), hash(seal, token), expiresAt);
        return new Confirmation(id, purpose, subject, minted, attempts, state, createdAt, version + 1);
    }

    /** Whether {@code secret} is one of its two; takes equally long for every answer (S6, S9). */
    public boolean isProvenBy(SecretSeal seal, Secret secret) {
        return KeptSecrets.areMatched(secrets, hash(seal, secret));
    }

    /** Whether the time of its secrets is over; one that has none yet has all its time before it. */
    public boolean isExpired(Instant now) {
        return secrets != null && secrets.isExpired(now);
    }

    public Confirmation triedInVain() {
        return new Confirmation(id, purpose, subject, secrets, attempts + 1, state, createdAt, version + 1);
    }

    public Confirmation used() {
        return new Confirmation(id, purpose, subject, secrets, attempts, State.USED, createdAt, version + 1);
    }

    private SecretHash hash(SecretSeal seal, Secret secret) {
        List<String> boundTo = subject == null
                ? List.of(id.value())
                : List.of(
                        id.value(),
                        subject.user().value(),
                        Integer.toString(subject.epoch()),
                        subject.address().key().value());
        return seal.hash(purpose.name(), boundTo, secret);
    }

    @Override
    public String toString() {
        return "Confirmation[" + id + " " + purpose + " " + state + "]";
    }

    /**
     * Whom a confirmation is about.
     *
     * @param user who asked, or for whom somebody did
     * @param epoch of the user then
     * @param address where the secrets go
     * @param previous the address that {@code address} will take the place of; null where it takes none
     */
    public record Subject(
            UserId user,
            int epoch,
            EmailAddress address,
            @Nullable EmailAddress previous) {
        /** Whether a change of the user has made it void. */
        public boolean isSuperseded(User now) {
            return epoch != now.epoch();
        }

        @Override
        public String toString() {
            return "Subject[" + user + " " + epoch + "]";
        }
    }
}
