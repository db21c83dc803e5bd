package org.openmembership.step;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openmembership.account.AccountId;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.ExternalKey;
import org.openmembership.storage.Stores;

/**
 * The entries by which sales earned, and what was given with them.
 *
 * @param byId all that the commands wrote which gave something
 */
record SaleEntries(Map<EntryId, PointEntry> byId, List<FirstGift> gifts) {
    SaleEntries {
        byId = Map.copyOf(byId);
        gifts = List.copyOf(gifts);
    }

    /** One question, and a few more where sales were given to somebody later. */
    static SaleEntries of(List<EarnedLine> lines, Stores stores) {
        Set<EntryId> earned = new HashSet<>();
        Set<ExternalKey> sales = new HashSet<>();
        for (EarnedLine line : lines) {
            if (line.points().isPositive()) {
                earned.add(line.entry());
                sales.add(line.line().purchase());
            }
        }
        if (earned.isEmpty()) {
            return new SaleEntries(Map.of(), List.of());
        }
        Set<AccountId> accounts = earned.stream().map(EntryId::account).collect(toSet());
        Map<EntryId, PointEntry> found = new HashMap<>();
        add(stores.ledger().entriesOf(accounts, Set.of(Operation.SALE), sales), found);
        given(earned, found, stores);
        List<FirstGift> gifts = new ArrayList<>(FirstGift.in(found.values()));
        gifts.removeIf(gift -> gift.with().stream().noneMatch(earned::contains));
        return new SaleEntries(found, gifts);
    }

    /** Those by which sales earned that were given to somebody later, under keys of their own. */
    private static void given(Set<EntryId> earned, Map<EntryId, PointEntry> found, Stores stores) {
        Set<AccountId> accounts = new HashSet<>();
        Set<ExternalKey> keys = new HashSet<>();
        for (EntryId missing : earned) {
            if (!found.containsKey(missing)) {
                PointEntry entry = stores.ledger().find(missing).orElseThrow();
                accounts.add(entry.account());
                keys.add(entry.cause().origin().command().key());
            }
        }
        if (!keys.isEmpty()) {
            add(stores.ledger().entriesOf(accounts, Set.of(Operation.SALE_GIVEN), keys), found);
        }
    }

    private static void add(Collection<PointEntry> entries, Map<EntryId, PointEntry> to) {
        entries.forEach(entry -> to.put(entry.id(), entry));
    }

    PointEntry require(EntryId id) {
        PointEntry entry = byId.get(id);
        if (entry == null) {
            throw new IllegalStateException("entry " + id + " is of none of these sales");
        }
        return entry;
    }
}
