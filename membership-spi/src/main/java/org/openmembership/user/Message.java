package org.openmembership.user;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.ContactChannel;
import org.openmembership.customer.ContactPoint;
import org.openmembership.customer.CustomerId;
import org.openmembership.customer.E164;
import org.openmembership.customer.EmailAddress;

/**
 * One message to be sent now.
 *
 * <p>A page that a link in the message opens must not prove anything by itself, because mail scanners open links: it shows
 * the person a button or a form, and that calls {@code verify}, {@code set}, {@code confirm} or {@code accept} with what the message is
 * about and the token (R6).
 *
 * @param id the same when a message is sent again
 * @param purpose what to say
 * @param address where to: a stored email address or phone number, never one a caller has just typed; only a consent to
 *     text messages is confirmed by phone
 * @param topic what it is about; the link needs its id
 * @param proof the secrets, null where the purpose has none
 */
public record Message(
        NotificationId id,
        NotificationPurpose purpose,
        ContactPoint address,
        MessageTopic topic,
        @Nullable Proof proof) {
    public Message {
        if (purpose.proves() != Objects.nonNull(proof)) {
            throw new IllegalArgumentException("Message.proof does not fit the purpose " + purpose);
        }
        if (!(address instanceof EmailAddress) && !(address instanceof E164)) {
            throw new IllegalArgumentException("Message.address must be an email address or a phone number");
        }
    }

    /** @throws IllegalStateException if it is about something else */
    public RegistrationId registration() {
        if (topic instanceof MessageTopic.OfRegistration of) {
            return of.id();
        }
        throw new IllegalStateException(this + " is not about a registration");
    }

    /** @throws IllegalStateException if it is about something else */
    public ConfirmationId confirmation() {
        if (topic instanceof MessageTopic.OfConfirmation of) {
            return of.id();
        }
        throw new IllegalStateException(this + " is not about a confirmation");
    }

    /** @throws IllegalStateException if it is about something else */
    public OptInId optIn() {
        if (topic instanceof MessageTopic.OfOptIn of) {
            return of.id();
        }
        throw new IllegalStateException(this + " is not about a consent");
    }

    /** @throws IllegalStateException if it is about something else */
    public InvitationId invitation() {
        if (topic instanceof MessageTopic.OfInvitation of) {
            return of.id();
        }
        throw new IllegalStateException(this + " is not about an invitation");
    }

    /** @throws IllegalStateException if it is about something else */
    public CustomerId customer() {
        if (topic instanceof MessageTopic.OfCustomer of) {
            return of.id();
        }
        throw new IllegalStateException(this + " is not about a customer");
    }

    /** By what it is to be sent. */
    public ContactChannel channel() {
        return address instanceof EmailAddress ? ContactChannel.EMAIL : ContactChannel.SMS;
    }

    @Override
    public String toString() {
        return "Message[" + id + " " + purpose + "]";
    }

    /**
     * What proves an address; either secret does, once.
     *
     * @param code short, to be typed
     * @param token long, to be carried by a link
     * @param expiresAt from when on neither works
     */
    public record Proof(Secret code, Secret token, Instant expiresAt) {}
}
