package org.openmembership.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.ContactPoint;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;
import org.openmembership.user.KeptSecrets;
import org.openmembership.user.NotificationPurpose;
import org.openmembership.user.OptInId;
import org.openmembership.user.Secret;
import org.openmembership.user.SecretHash;
import org.openmembership.user.SecretSeal;

/**
 * A consent that waits to be confirmed with a code or a token sent to the address itself (C10, R6).
 *
 * <p>Its secrets work for this consent and address alone, once, for a time, and only while the consent is the one that was
 * given then: any change of the consent kills them.
 *
 * @param id ours
 * @param consent the version of the consent that waits
 * @param secrets what is kept of the secrets; null until a message has been sent
 * @param attempts how many wrong secrets have been tried
 * @param createdAt when the consent was given
 * @param version counts the changes of this record, from 1
 */
public record OptIn(
        OptInId id,
        CustomerId customer,
        ContactChannel channel,
        int consent,
        @Nullable KeptSecrets secrets,
        int attempts,
        Instant createdAt,
        int version) {
    public OptIn {
        if (consent < 1 || attempts < 0 || version < 1) {
            throw new IllegalArgumentException("OptIn: consent " + consent + ", attempts " + attempts + ", " + version);
        }
        if (!channel.carriesMessages()) {
            throw new IllegalArgumentException("OptIn: nothing is confirmed by " + channel);
        }
    }

    /** One for a consent that has just been given. */
    public static OptIn begun(OptInId id, Consent pending, Instant now) {
        return new OptIn(id, pending.customer(), pending.channel(), pending.version(), null, 0, now, 1);
    }

    /** With new secrets for an address; those before are dead. Wrong tries stay counted. */
    public OptIn withSecrets(SecretSeal seal, ContactPoint address, Message message) {
        KeptSecrets minted = new KeptSecrets(
                hash(seal, address, message.code()), hash(seal, address, message.token()), message.expiresAt());
        return new OptIn(id, customer, channel, consent, minted, attempts, createdAt, version + 1);
    }

    /** What a message carries. */
    public record Message(Secret code, Secret token, Instant expiresAt) {}

    /** Whether {@code secret} is one of its two, sent to this very address; takes equally long for every answer. */
    public boolean isProvenBy(SecretSeal seal, ContactPoint address, Secret secret) {
        return KeptSecrets.areMatched(secrets, hash(seal, address, secret));
    }

    /** Whether the time of its secrets is over; one that has none yet has all its time before it. */
    public boolean isExpired(Instant now) {
        return secrets != null && secrets.isExpired(now);
    }

    /** Whether the consent still waits for it. */
    public boolean isAwaitedBy(Consent now) {
        return now.state() == ConsentState.PENDING && now.version() == consent;
    }

    public OptIn triedInVain() {
        return new OptIn(id, customer, channel, consent, secrets, attempts + 1, createdAt, version + 1);
    }

    private SecretHash hash(SecretSeal seal, ContactPoint address, Secret secret) {
        List<String> boundTo =
                List.of(id.value(), customer.value(), channel.name(), Integer.toString(consent), text(address));
        return seal.hash(NotificationPurpose.CONFIRM_CONSENT.name(), boundTo, secret);
    }

    private static String text(ContactPoint address) {
        if (address instanceof EmailAddress email) {
            return email.key().value();
        }
        if (address instanceof E164 number) {
            return number.value();
        }
        throw new IllegalArgumentException("OptIn: no secret is sent by post");
    }

    @Override
    public String toString() {
        return "OptIn[" + id + " " + channel + "]";
    }
}
