package org.openmembership.registration;

import java.time.Instant;
import java.util.Optional;
import org.openmembership.member.Registration;
import org.openmembership.member.RegistrationFacts;
import org.openmembership.member.RegistrationState;
import org.openmembership.storage.Stores;
import org.openmembership.user.KeptSecrets;
import org.openmembership.user.NotificationId;
import org.openmembership.user.RegistrationId;

/**
 * Whether a registration's message is sent again.
 *
 * <p>A superseded registration is queued like any other, so that it looks like one of a taken address (R7); its message is
 * given up when its time comes.
 */
record Resending(RegistrationPolicy.Proof proof, NotificationId id, Instant now) {
    ResendResult run(RegistrationId registration, Stores stores) {
        Optional<RegistrationFacts> facts = stores.members().registrationForUpdate(registration);

        ResendResult result = facts.map(this::decide).orElse(ResendResult.NOTHING_TO_SEND);

        if (result == ResendResult.QUEUED) {
            facts.ifPresent(
                    found -> stores.notifications().add(ProvenLater.notificationOf(found.registration(), id, now)));
        }
        return result;
    }

    private ResendResult decide(RegistrationFacts facts) {
        Registration registration = facts.registration();
        boolean over =
                registration.state() == RegistrationState.VERIFIED || registration.attempts() >= proof.maxAttempts();
        if (over) {
            return ResendResult.NOTHING_TO_SEND;
        }
        return isTooSoon(registration) ? ResendResult.TOO_SOON : ResendResult.QUEUED;
    }

    /** The first message may still be waiting; it is not overtaken. */
    private boolean isTooSoon(Registration registration) {
        KeptSecrets secrets = registration.secrets();
        if (secrets == null) {
            return true;
        }
        Instant sentAt = secrets.expiresAt().minus(proof.life());
        return now.isBefore(sentAt.plus(proof.resendPause()));
    }
}
