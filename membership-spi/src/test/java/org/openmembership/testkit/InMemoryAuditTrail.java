package org.openmembership.testkit;

import java.util.List;
import org.openmembership.access.AuditFilter;
import org.openmembership.access.AuditRecord;
import org.openmembership.access.AuditTrailStore;
import org.openmembership.shared.ForgedCursorException;
import org.openmembership.shared.Page;

final class InMemoryAuditTrail implements AuditTrailStore {
    private final State state;

    InMemoryAuditTrail(State state) {
        this.state = state;
    }

    @Override
    public void done(List<AuditRecord> records) {
        state.whenChanged(() -> records.forEach(this::add));
    }

    @Override
    public void denied(AuditRecord attempt) {
        add(attempt);
    }

    private void add(AuditRecord audited) {
        state.auditTrail.add(place(audited), audited);
    }

    @Override
    public Page<AuditRecord> list(AuditFilter filter, Page.Request page) {
        Key before = page.after() == null ? Key.of().end() : place(page.after());
        List<AuditRecord> found = state.auditTrail
                .betweenDown(Key.of(), before)
                .filter(filter::matches)
                .limit(page.limit() + 1L)
                .toList();
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        List<AuditRecord> items = found.subList(0, page.limit());
        return new Page<>(
                items, new Page.Cursor(items.get(items.size() - 1).id().value()));
    }

    private Key place(Page.Cursor cursor) {
        return state.auditTrail
                .values()
                .filter(audited -> audited.id().value().equals(cursor.value()))
                .findFirst()
                .map(InMemoryAuditTrail::place)
                .orElseThrow(() -> new ForgedCursorException(cursor));
    }

    private static Key place(AuditRecord audited) {
        return Key.of(audited.recordedAt(), audited.id());
    }
}
