package org.openmembership.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Explanation;
import org.openmembership.ledger.PointEntry;

/**
 * Why an entry is what it is (R37).
 *
 * @param allocations what it took from lots and gave back to them, repaid and left owing; a lot it opened is the rest
 * @param earning how its points were worked out, with all else the same sale or event gave, a refund of money included;
 *     null for an entry that none of them made
 * @param json the same for machines, null as {@code earning}
 */
public record EntryExplanation(
        PointEntry entry,
        List<Allocation> allocations,
        @Nullable Explanation earning,
        @Nullable String json) {
    public EntryExplanation {
        allocations = List.copyOf(allocations);
    }
}
