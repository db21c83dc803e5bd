package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.ledger.LedgerEvent;
import org.openmembership.ledger.LedgerEvent.Movement;
import org.openmembership.outbox.RecordedEvent;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.storage.BusyException;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Several processes tell while many tills go on selling. */
@Requirement("F12")
class TellingRaceTest extends ShopTest {
    private static final int EACH = 4;

    @Test
    void nothing_is_lost_or_passed_over_and_the_order_of_each_account_is_kept() throws InterruptedException {
        List<AccountId> accounts =
                IntStream.range(0, 4).mapToObj(i -> shop.account()).toList();
        accounts.forEach(account -> shop.give(account, 1_000));
        List<RecordedEvent> told = Collections.synchronizedList(new ArrayList<>());

        Tills.atOnce(till -> {
            for (int i = 0; i < EACH; i++) {
                if (till < 3) {
                    patiently(() -> tell(told, 5));
                } else {
                    AccountId account = accounts.get(till % 4);
                    ExternalKey key = ExternalKey.of("till-" + till, Integer.toString(i));
                    patiently(() -> shop.membership().redemption().redeem(account, Points.of(1), key));
                }
            }
            return till;
        });
        while (tell(told, 100) > 0) {}

        assertThat(told).extracting(RecordedEvent::id).doesNotHaveDuplicates();
        Map<AccountId, List<Long>> entries = new HashMap<>();
        for (RecordedEvent event : told) {
            if (event.event() instanceof LedgerEvent moved) {
                Movement movement = moved.movement();
                entries.computeIfAbsent(movement.entry().account(), any -> new ArrayList<>())
                        .add(movement.entry().seq());
            }
        }
        assertThat(entries.values().stream().mapToInt(List::size).sum()).isEqualTo(4 + (Tills.COUNT - 3) * EACH);
        assertThat(entries.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
    }

    private int tell(List<RecordedEvent> told, int limit) {
        return shop.membership().events().tell(limit, told::addAll);
    }

    private static <R> R patiently(Supplier<R> call) {
        for (int i = 0; i < 20; i++) {
            try {
                return call.get();
            } catch (BusyException again) {
                Thread.onSpinWait();
            }
        }
        return call.get();
    }
}
