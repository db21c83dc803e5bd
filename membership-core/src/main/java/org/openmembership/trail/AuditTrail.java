package org.openmembership.trail;

import org.openmembership.access.AuditFilter;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.Permission;
import org.openmembership.access.Subject;
import org.openmembership.command.Caller;
import org.openmembership.shared.Page;

/**
 * The door to the audit trail (I17, R20): who did what, and who was turned away. Thread-safe.
 *
 * <p>Every call that changes anything leaves a record in the same commit, one for each account, member or club it changed;
 * repeats and previews leave none. Every attempt that the access policy refuses leaves one too, unless the transaction is
 * the host's, who undoes it.
 */
public final class AuditTrail {
    private final Caller caller;

    /** Made by the facade alone, which is why its parameter is not exported. */
    @SuppressWarnings("exports")
    public AuditTrail(Caller caller) {
        this.caller = caller;
    }

    /**
     * The records that match a filter, the latest first.
     *
     * <p>Needs {@link Permission#READ_AUDIT_TRAIL}, which by default only the system has.
     */
    public Page<AuditRecord> list(AuditFilter filter, Page.Request page) {
        return caller.read(
                Permission.READ_AUDIT_TRAIL,
                Subject.NOBODY,
                stores -> stores.auditTrail().list(filter, page));
    }
}
