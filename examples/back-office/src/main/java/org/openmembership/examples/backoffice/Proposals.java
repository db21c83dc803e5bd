package org.openmembership.examples.backoffice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.customer.CustomerId;
import org.openmembership.shared.ExternalKey;

/**
 * The corrections that wait for a supervisor. The library keeps that one was proposed, not a list for screens; that is the
 * host's, which hears of each as an event. This one forgets them when the server stops. Thread-safe.
 */
final class Proposals {
    /**
     * A correction that waits.
     *
     * @param customer about whom
     * @param name of the customer
     */
    record Waiting(AdjustmentRequest request, CustomerId customer, String name) {}

    private final Map<ExternalKey, Waiting> waiting = new LinkedHashMap<>();

    synchronized void add(Waiting proposal) {
        waiting.put(proposal.request().key(), proposal);
    }

    synchronized List<Waiting> all() {
        return List.copyOf(waiting.values());
    }

    synchronized Optional<Waiting> find(String key) {
        return waiting.values().stream()
                .filter(proposal -> proposal.request().key().value().equals(key))
                .findFirst();
    }

    synchronized void remove(ExternalKey key) {
        waiting.remove(key);
    }
}
