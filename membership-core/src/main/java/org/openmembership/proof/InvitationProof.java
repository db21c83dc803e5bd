package org.openmembership.proof;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.openmembership.customer.EmailKey;
import org.openmembership.invitation.Invitation;
import org.openmembership.storage.Stores;
import org.openmembership.user.InvitationId;
import org.openmembership.user.Secret;

/**
 * One secret tried on one invitation, in the open unit of work (C49, S5, S8).
 *
 * <p>A wrong one is counted by the commit of this very unit of work; it is answered, and costs, the same whatever has become of
 * the invitation, its customer and whoever accepted it, so that only who has the secret learns about that (S9).
 *
 * @param maxAttempts how many wrong secrets an invitation survives
 */
public record InvitationProof(int maxAttempts, Throttling throttling) {
    /** What a secret proves. */
    public sealed interface Outcome {
        /** It is the newest one; the invitation is locked, and may have been accepted or called off. */
        record Proven(Invitation invitation) implements Outcome {}

        /** It is not. */
        record Wrong(int attemptsLeft) implements Outcome {}

        /** Too late, or nothing of ours. */
        record Expired() implements Outcome {}

        /** Too many wrong ones came from here. */
        record Wait(Instant until) implements Outcome {}
    }

    /** @param address where whoever tries says that the invitation came to; another one makes any secret a wrong one (R7) */
    public Outcome prove(InvitationId id, Function<Invitation, EmailKey> address, Secret secret, Stores stores) {
        Optional<Instant> pause = throttling.proof(stores);
        if (pause.isPresent()) {
            return new Outcome.Wait(pause.get());
        }
        Optional<Invitation> found = stores.invitations().findForUpdate(id);
        if (found.isEmpty() || found.get().isExpired(throttling.now())) {
            return new Outcome.Expired();
        }
        Invitation invitation = found.get();
        int left = maxAttempts - invitation.attempts();
        if (left <= 0) {
            return new Outcome.Wrong(0);
        }
        if (invitation.isProvenBy(throttling.seal(), address.apply(invitation), secret)) {
            return new Outcome.Proven(invitation);
        }
        stores.invitations().update(invitation.triedInVain());
        throttling.proofFailed(stores);
        return new Outcome.Wrong(left - 1);
    }
}
