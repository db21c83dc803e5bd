package org.openmembership.audit;

import java.util.List;

/** Checks invariants on what is kept, each in one pass over the data. */
public interface AuditStore {
    /** The first {@code limit} violations of an invariant, by subject; empty if it holds. */
    List<Violation> violations(Invariant invariant, int limit);
}
