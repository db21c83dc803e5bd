package org.openmembership.proof;

import java.time.Instant;
import java.util.Optional;
import org.openmembership.storage.Stores;
import org.openmembership.user.Confirmation;
import org.openmembership.user.ConfirmationFacts;
import org.openmembership.user.ConfirmationId;
import org.openmembership.user.Secret;
import org.openmembership.user.User;

/**
 * One secret tried on one confirmation, in the open unit of work (S3, S5, S6, S8).
 *
 * <p>A right one uses nothing up: that is for the verb, in the same unit of work as what it does. A wrong one is counted by
 * the commit of this very unit of work, so trying in parallel gains nothing.
 *
 * @param maxAttempts how many wrong secrets a confirmation survives
 */
public record Confirming(Confirmation.Purpose purpose, int maxAttempts, Throttling throttling) {
    /** What a secret proves. */
    public sealed interface Outcome {
        /** It is the right one, and nothing has overtaken it. */
        record Proven(Confirmation confirmation, Confirmation.Subject subject, User user) implements Outcome {}

        /** It is not, or no longer. */
        record Wrong(int attemptsLeft) implements Outcome {}

        /** Too late, or nothing of ours. */
        record Expired() implements Outcome {}

        /** Too many wrong ones came from here. */
        record Wait(Instant until) implements Outcome {}
    }

    public Outcome prove(ConfirmationId id, Secret secret, Stores stores) {
        Optional<Instant> pause = throttling.proof(stores);
        if (pause.isPresent()) {
            return new Outcome.Wait(pause.get());
        }
        Optional<ConfirmationFacts> found = stores.confirmations().forUpdate(id);
        if (found.isEmpty() || isOver(found.get().confirmation())) {
            return new Outcome.Expired();
        }
        return judge(found.get(), secret, stores);
    }

    private Outcome judge(ConfirmationFacts facts, Secret secret, Stores stores) {
        Confirmation confirmation = facts.confirmation();
        Confirmation.Subject subject = confirmation.subject();
        User user = facts.user();
        int left = maxAttempts - confirmation.attempts();
        if (left <= 0) {
            return new Outcome.Wrong(0);
        }
        if (confirmation.isProvenBy(throttling.seal(), secret) && facts.isAlive() && subject != null && user != null) {
            return new Outcome.Proven(confirmation, subject, user);
        }
        stores.confirmations().update(confirmation.triedInVain());
        throttling.proofFailed(stores);
        return new Outcome.Wrong(left - 1);
    }

    private boolean isOver(Confirmation confirmation) {
        return confirmation.purpose() != purpose || confirmation.isExpired(throttling.now());
    }
}
