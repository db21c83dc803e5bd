package org.openmembership.auditing;

import java.time.Instant;
import java.util.List;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;

/**
 * What an audit found.
 *
 * @param checked every invariant that was looked at
 * @param violations the first of each invariant that is broken
 */
public record AuditReport(Instant at, List<Invariant> checked, List<Violation> violations) {
    public AuditReport {
        checked = List.copyOf(checked);
        violations = List.copyOf(violations);
    }

    /** Whether every invariant that was looked at holds. */
    public boolean isClean() {
        return violations.isEmpty();
    }
}
