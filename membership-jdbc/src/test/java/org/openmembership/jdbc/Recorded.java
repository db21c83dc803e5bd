package org.openmembership.jdbc;

import java.time.Instant;
import java.util.List;
import org.openmembership.access.AuditId;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.Permission;
import org.openmembership.outbox.RecordedEvent;
import org.openmembership.storage.Stores;
import org.openmembership.testkit.Any;
import org.openmembership.testkit.AnyEvent;

/** The end of a unit of work as a verb's call has it: an event is kept, and a record of who did it. */
final class Recorded {
    private Recorded() {}

    static void by(Stores stores, Instant at) {
        RecordedEvent event = AnyEvent.anyEvent(at);
        stores.outbox().addAll(List.of(event));
        stores.auditTrail()
                .done(List.of(new AuditRecord(
                        AuditId.of(Any.any("audit")),
                        at,
                        event.actor(),
                        Permission.RECORD_SALE,
                        event.topic(),
                        AuditRecord.Verdict.ALLOWED,
                        event.document())));
    }
}
