package org.openmembership.ledger;

import java.util.List;
import java.util.Map;
import org.openmembership.account.MemberAccount;

/**
 * Everything that decisions on one account write, at once or not at all.
 *
 * @param account with its new head, and the version it was read with
 * @param entries in order
 * @param lots new and changed ones
 * @param allocations in order of entry
 * @param holds made, ended and moved
 */
public record Posting(
        MemberAccount account, List<PointEntry> entries, Lots lots, List<Allocation> allocations, Holds holds) {
    public Posting {
        entries = List.copyOf(entries);
        allocations = List.copyOf(allocations);
    }

    /**
     * @param opened by these entries, as they are left
     * @param changed lots of earlier entries of which something else remains, as they are left
     * @param keptAlive lots of earlier entries that lapse later now, as they are left
     * @param came those of the opened ones that a merge brought, with the lots of the other account that they were
     */
    public record Lots(List<Lot> opened, List<Lot> changed, List<Lot> keptAlive, Map<LotId, LotId> came) {
        public Lots {
            opened = List.copyOf(opened);
            changed = List.copyOf(changed);
            keptAlive = List.copyOf(keptAlive);
            came = Map.copyOf(came);
        }
    }

    /**
     * @param placed as they were made
     * @param ended as they ended
     * @param moved that came from another account
     */
    public record Holds(List<Hold> placed, List<Hold> ended, List<MovedHold> moved) {
        public Holds {
            placed = List.copyOf(placed);
            ended = List.copyOf(ended);
            moved = List.copyOf(moved);
        }

        boolean isEmpty() {
            return placed.isEmpty() && ended.isEmpty() && moved.isEmpty();
        }
    }

    public boolean isEmpty() {
        return entries.isEmpty() && holds.isEmpty();
    }
}
