package org.openmembership.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openmembership.account.AccountId;
import org.openmembership.document.EventDocuments;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.LedgerEvent;
import org.openmembership.ledger.LedgerEvent.Movement;
import org.openmembership.outbox.KeptEvent;
import org.openmembership.shared.Points;
import org.openmembership.storage.Storage;
import org.openmembership.storage.Stores;

/** That the events which wait to be told tell every entry once, in order, and add up to what the accounts hold. */
final class EventReplay {
    private static final int ALL = 100_000;

    private EventReplay() {}

    /** Says nothing of a storage whose events were told to somebody already. */
    static void check(Storage storage) {
        storage.read(stores -> {
            if (stores.outbox().lastTurn().isEmpty()) {
                List<Movement> movements = movements(stores.outbox().waiting(ALL));
                assertThat(movements).as("events").hasSize((int) entries(stores));
                replay(movements)
                        .forEach((account, balance) -> assertThat(balance)
                                .as("replayed balance of " + account)
                                .isEqualTo(stores.accounts()
                                        .find(account)
                                        .orElseThrow()
                                        .head()
                                        .booked()));
            }
            return storage;
        });
    }

    private static List<Movement> movements(List<KeptEvent> kept) {
        return kept.stream()
                .flatMap(event -> EventDocuments.read(event.document()).stream())
                .filter(LedgerEvent.class::isInstance)
                .map(event -> ((LedgerEvent) event).movement())
                .toList();
    }

    private static Map<AccountId, Points> replay(List<Movement> movements) {
        Map<AccountId, Points> balances = new TreeMap<>();
        Set<EntryId> seen = new HashSet<>();
        Map<AccountId, Long> last = new TreeMap<>();
        for (Movement movement : movements) {
            EntryId entry = movement.entry();
            Points balance = balances.merge(entry.account(), movement.points(), Points::plus);
            assertThat(seen.add(entry)).as(entry + " is told once").isTrue();
            assertThat(last.merge(entry.account(), 1L, Long::sum))
                    .as("order of " + entry)
                    .isEqualTo(entry.seq());
            assertThat(movement.balanceAfter()).as("balance after " + entry).isEqualTo(balance);
        }
        return balances;
    }

    private static long entries(Stores stores) {
        return stores.clubs().all().stream()
                .flatMap(club -> stores.ledger().totals(club).values().stream())
                .mapToLong(total -> total.entries())
                .sum();
    }
}
