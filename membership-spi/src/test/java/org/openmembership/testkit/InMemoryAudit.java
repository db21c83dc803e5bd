package org.openmembership.testkit;

import java.util.List;
import org.openmembership.audit.AuditStore;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;

final class InMemoryAudit implements AuditStore {
    private final State state;

    InMemoryAudit(State state) {
        this.state = state;
    }

    @Override
    public List<Violation> violations(Invariant invariant, int limit) {
        throw new IllegalStateException("not written yet: " + invariant + state);
    }
}
