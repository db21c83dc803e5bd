package org.openmembership.auditing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.command.Caller;

/**
 * The door to checking that a live storage is right. Nothing is written. Thread-safe.
 *
 * <p>Each invariant is one pass over the data; on a busy storage run it at a quiet hour.
 */
public final class Auditor {
    private static final int MOST_PER_INVARIANT = 100;

    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public Auditor(Caller caller) {
        this.caller = caller;
    }

    /** Checks every invariant; reports at most a hundred violations of each. */
    public AuditReport run() {
        return run(Arrays.asList(Invariant.values()));
    }

    /** Checks some invariants. */
    public AuditReport run(Collection<Invariant> invariants) {
        Instant at = caller.now();
        List<Violation> violations = new ArrayList<>();
        for (Invariant invariant : invariants) {
            violations.addAll(caller.read(
                    Permission.AUDIT,
                    Subject.NOBODY,
                    stores -> stores.audit().violations(invariant, MOST_PER_INVARIANT)));
        }
        return new AuditReport(at, List.copyOf(invariants), violations);
    }
}
