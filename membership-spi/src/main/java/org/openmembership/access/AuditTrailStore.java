package org.openmembership.access;

import java.util.List;
import org.openmembership.shared.Page;

/** Keeps the audit trail; no record is ever changed or removed. */
public interface AuditTrailStore {
    /** Adds records of what this unit of work does; they are kept if it changes anything else, and only then. */
    void done(List<AuditRecord> records);

    /** Adds a record of an attempt that was turned away. */
    void denied(AuditRecord attempt);

    /** Records that match a filter, the latest first. */
    Page<AuditRecord> list(AuditFilter filter, Page.Request page);
}
