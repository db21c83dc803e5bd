package org.openmembership.testkit;

import java.util.ArrayList;
import java.util.List;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointCount;

/** What must be true of the counts that caps go by. */
final class CapAudit {
    private final State state;

    CapAudit(State state) {
        this.state = state;
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        for (PointCount count : state.pointCounts.values().toList()) {
            long counted = count.points().hundredths();
            boolean ofSales = count.span().rule() == null;
            if (counted > count.most().hundredths() || ofSales && counted > earned(count)) {
                found.add(new Violation(
                        Invariant.CAP_HELD, count.account().value(), counted + " of at most " + count.most()));
            }
        }
        return found;
    }

    private long earned(PointCount count) {
        return new InMemoryEntries(state)
                .of(count.account())
                .filter(entry ->
                        entry.kind() == EntryKind.SALE && entry.points().isPositive())
                .mapToLong(entry -> entry.points().hundredths())
                .sum();
    }
}
