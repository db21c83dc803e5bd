package org.openmembership.consents;

import java.time.Instant;
import java.util.Optional;
import org.openmembership.access.Permission;
import org.openmembership.consent.Consent;
import org.openmembership.consent.ConsentBasis;
import org.openmembership.consent.ConsentCause;
import org.openmembership.consent.ConsentEvent.ConsentChanged;
import org.openmembership.consent.ConsentState;
import org.openmembership.consent.OptIn;
import org.openmembership.consent.OptInFacts;
import org.openmembership.consents.ConfirmationResult.Confirmed;
import org.openmembership.consents.ConfirmationResult.Expired;
import org.openmembership.consents.ConfirmationResult.Wait;
import org.openmembership.consents.ConfirmationResult.Wrong;
import org.openmembership.customer.ContactPoint;
import org.openmembership.proof.Throttling;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Topic;
import org.openmembership.step.Facts;
import org.openmembership.storage.Stores;
import org.openmembership.user.OptInId;
import org.openmembership.user.Secret;

/** One secret tried on one consent that waits; a wrong one is counted by the commit of this very unit of work (S8). */
record OptInAttempt(Secret secret, Throttling throttling, int maxAttempts, Actor actor, Instant now) {
    ConfirmationResult run(OptInId id, Stores stores, Facts happened) {
        Optional<Instant> pause = throttling.proof(stores);
        if (pause.isPresent()) {
            return new Wait(pause.get());
        }
        Optional<OptInFacts> found = stores.consents().optInForUpdate(id);
        Optional<ContactPoint> address = found.flatMap(OptInFacts::address);
        if (found.isEmpty() || address.isEmpty() || found.get().optIn().isExpired(now)) {
            return new Expired();
        }
        OptIn optIn = found.get().optIn();
        int left = maxAttempts - optIn.attempts();
        if (left <= 0) {
            return new Wrong(0);
        }
        if (!optIn.isProvenBy(throttling.seal(), address.get(), secret)) {
            stores.consents().update(optIn.triedInVain());
            throttling.proofFailed(stores);
            return new Wrong(left - 1);
        }
        return confirm(found.get().consent(), stores, happened);
    }

    private ConfirmationResult confirm(Consent pending, Stores stores, Facts happened) {
        ConsentBasis given = pending.basis();
        ConsentBasis basis = new ConsentBasis(
                now,
                ConsentCause.CONFIRMED,
                given == null ? null : given.source(),
                given == null ? null : given.evidence(),
                actor);
        Consent confirmed = pending.confirmed(basis)
                .orElseThrow(() -> new IllegalStateException(pending + " does not wait to be confirmed"));
        happened.attempted(
                Permission.CHANGE_CONSENTS,
                new Topic(Topic.Kind.CUSTOMER, pending.customer().value()));
        stores.consents().record(confirmed);
        happened.happened(ConsentChanged.of(confirmed), now);
        return new Confirmed(confirmed);
    }

    static OptInStatus status(OptInFacts facts, int maxAttempts, Instant now) {
        Consent consent = facts.consent();
        boolean confirmed = consent.state() == ConsentState.SUBSCRIBED
                && consent.version() == facts.optIn().consent() + 1;
        if (confirmed) {
            return OptInStatus.CONFIRMED;
        }
        boolean over = facts.address().isEmpty()
                || facts.optIn().isExpired(now)
                || facts.optIn().attempts() >= maxAttempts;
        return over ? OptInStatus.EXPIRED : OptInStatus.AWAITING_CONFIRMATION;
    }
}
