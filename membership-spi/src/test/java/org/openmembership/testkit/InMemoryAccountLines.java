package org.openmembership.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openmembership.account.AccountId;
import org.openmembership.member.MemberId;

/** Where what closed accounts had has gone, and who brought it. */
record InMemoryAccountLines(State state) {
    /** An account that a member does not share any more. */
    record Brought(AccountId account, MemberId by) {}

    void succeed(AccountId closed, AccountId successor, @Nullable MemberId bringer) {
        state.successors.add(closed, successor);
        state.predecessors.put(Key.of(successor, closed), closed);
        if (bringer != null) {
            state.bringers.put(closed, new Brought(closed, bringer));
        }
    }

    void separate(AccountId reopened) {
        state.successors.find(reopened).ifPresent(successor -> state.predecessors.remove(Key.of(successor, reopened)));
        state.successors.remove(reopened);
        state.bringers.remove(reopened);
    }

    Map<AccountId, List<AccountId>> successors(Set<AccountId> accounts) {
        Map<AccountId, List<AccountId>> lines = new TreeMap<>();
        for (AccountId account : accounts) {
            List<AccountId> line = new ArrayList<>();
            Optional<AccountId> next = state.successors.find(account);
            while (next.isPresent()) {
                line.add(next.get());
                next = state.successors.find(next.get());
            }
            if (!line.isEmpty()) {
                lines.put(account, line);
            }
        }
        return lines;
    }

    /** By id. */
    Stream<AccountId> broughtBy(MemberId member) {
        return state.bringers
                .values()
                .filter(brought -> brought.by().equals(member))
                .map(Brought::account);
    }

    Optional<MemberId> bringer(AccountId account) {
        return state.bringers.find(account).map(Brought::by);
    }
}
