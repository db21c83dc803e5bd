package org.openmembership.user;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openmembership.customer.EmailAddress;

/**
 * One message to be sent now.
 *
 * <p>A page that a link in the message opens must not verify by itself, because mail scanners open links: it shows the
 * person a button, and the button calls {@code verify} with the registration and the token (R6).
 *
 * @param id the same when a message is sent again
 * @param purpose what to say
 * @param address where to: the stored address, never one a caller has just typed
 * @param registration the attempt it is about; the link needs it
 * @param proof the secrets that prove the address, null where the purpose has none
 */
public record Message(
        NotificationId id,
        NotificationPurpose purpose,
        EmailAddress address,
        RegistrationId registration,
        @Nullable Proof proof) {
    public Message {
        boolean carries = purpose == NotificationPurpose.VERIFY_ADDRESS;
        if (carries != Objects.nonNull(proof)) {
            throw new IllegalArgumentException("Message.proof does not fit the purpose " + purpose);
        }
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
