package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.PointKind;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LedgerStore;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Points;

/** How every {@link LedgerStore} keeps lots, and what was taken of them. */
public abstract class LedgerLotsContract extends StoreContract {
    private AccountId account = AnyClub.anyAccountId();

    @BeforeEach
    void openAccount() {
        account = story().account().id();
    }

    @Test
    @Requirement({"R23", "I4"})
    void a_lot_is_read_back_whole_and_then_with_what_remains() {
        Lot.Life life = new Lot.Life(Any.minute(-500), Any.minute(1), Instant.parse("2027-04-01T22:00:00Z"));
        PointEntry entry = story().earn(account, "10", life, Any.minute(1));
        LotId id = new LotId(entry.id(), 1);
        Lot lot = new Lot(id, PointKind.AWARD, Points.of(10), Points.of(10), life);

        assertThat(lots(id)).containsExactly(lot);
        story().spend(account, "2.50", Any.minute(2));
        assertThat(lots(id)).containsExactly(lot.withRemaining(Points.of(new BigDecimal("7.5"))));
        story().spend(account, "7.50", Any.minute(3));
        assertThat(lots(id)).containsExactly(lot.withRemaining(Points.ZERO));
    }

    @Test
    void lots_are_found_by_name_and_by_the_entries_that_opened_them_by_id() {
        PointEntry first = story().earn(account, "1", Any.minute(1));
        PointEntry second = receiveTwice(Any.minute(2));
        AccountId other = story().account().id();
        PointEntry elsewhere = story().earn(other, "4", Any.minute(3));

        List<LotId> ids = List.of(
                new LotId(second.id(), 2),
                new LotId(first.id(), 1),
                new LotId(second.id(), 1),
                new LotId(second.id(), 9));
        assertThat(lots(ids.toArray(LotId[]::new)))
                .extracting(Lot::id)
                .containsExactly(new LotId(first.id(), 1), new LotId(second.id(), 1), new LotId(second.id(), 2));
        assertThat(openedBy(second.id(), first.id()))
                .extracting(Lot::id)
                .containsExactly(new LotId(first.id(), 1), new LotId(second.id(), 1), new LotId(second.id(), 2));
        assertThat(openedBy(elsewhere.id())).hasSize(1);
        assertThat(lots()).isEmpty();
        assertThat(openedBy()).isEmpty();
    }

    @Test
    @Requirement("R23")
    void allocations_come_by_entry_and_by_lot() {
        LotId first = new LotId(
                story().earn(account, "3", AnyEntry.life(Any.minute(1), Any.minute(900)), Any.minute(1))
                        .id(),
                1);
        LotId second = new LotId(story().earn(account, "4", Any.minute(2)).id(), 1);
        PointEntry spent = story().spend(account, "5", Any.minute(3));
        PointEntry taken = story().deduct(account, "9", Any.minute(4));

        Allocation one = new Allocation(spent.id(), first, Purpose.SPENT, Points.of(3));
        Allocation two = new Allocation(spent.id(), second, Purpose.SPENT, Points.of(2));
        Allocation three = new Allocation(taken.id(), second, Purpose.CLAWED, Points.of(2));
        Allocation debt = new Allocation(taken.id(), null, Purpose.OWED, Points.of(7));
        assertThat(allocations(spent.id())).containsExactly(one, two);
        assertThat(allocations(taken.id())).containsExactlyInAnyOrder(three, debt);
        assertThat(allocations(taken.id(), spent.id()).subList(0, 2)).containsExactly(one, two);
        assertThat(allocationsOf(second, first)).containsExactly(one, two, three);
        assertThat(allocations()).isEmpty();
        assertThat(allocationsOf()).isEmpty();
    }

    @Test
    void debt_is_repaid_by_the_next_points() {
        story().deduct(account, "7", Any.minute(1));
        PointEntry repaying = story().earn(account, "10", Any.minute(2));

        assertThat(allocations(repaying.id()))
                .containsExactly(new Allocation(repaying.id(), null, Purpose.REPAID, Points.of(7)));
        assertThat(openedBy(repaying.id())).extracting(Lot::granted).containsExactly(Points.of(3));
        assertThat(story().current(account).head().debt()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R25")
    void activity_puts_off_when_lots_lapse_but_not_beyond_their_own_end() {
        LotId lot = new LotId(active(Any.minute(1), Any.minute(500), -10).id(), 1);
        Lot.Life opened = lots(lot).get(0).life();
        active(Any.minute(2), Any.minute(700), 3);
        Lot.Life putOff = lots(lot).get(0).life();
        active(Any.minute(3), Any.minute(950), 4);

        assertThat(opened).isEqualTo(new Lot.Life(Any.minute(1), Any.minute(1), Any.minute(500), Any.minute(900)));
        assertThat(putOff.lapsesAt()).isEqualTo(Any.minute(700));
        assertThat(lots(lot).get(0).life()).isEqualTo(AnyEntry.life(Any.minute(1), Any.minute(900)));
        assertThat(lots(lot).get(0).remaining()).isEqualTo(Points.of(3));
        assertThat(lapsed(Any.minute(899))).isEmpty();
        assertThat(lapsed(Any.minute(900))).hasSize(1);
    }

    /** Something that counts as activity, after which points lapse at {@code idle}: spends, or earns where below zero. */
    private PointEntry active(Instant at, Instant idle, long points) {
        return story().post(account, Operation.REDEMPTION, at, (ledger, key) -> {
            ledger.endWhenIdle(idle, entry -> true);
            PointEntry.Cause cause = AnyEntry.anyCause(EntryKind.REDEMPTION, ledger.account(), key, at);
            return points < 0
                    ? ledger.earn(cause, Points.of(-points), AnyEntry.life(at, Any.minute(900)))
                    : ledger.spend(cause, Points.of(points), ConsumptionOrder.NEAREST_EXPIRY, Points.ZERO);
        });
    }

    private PointEntry receiveTwice(Instant at) {
        return story().post(
                        account,
                        Operation.ADJUSTMENT,
                        at,
                        (ledger, key) -> ledger.receive(
                                AnyEntry.anyCause(EntryKind.POSITIVE_ADJUSTMENT, ledger.account(), key, at),
                                List.of(
                                        new AccountLedger.Portion(Points.of(2), AnyEntry.forEver(at)),
                                        new AccountLedger.Portion(Points.of(3), AnyEntry.life(at, Any.minute(700))))));
    }

    private List<Lot> lots(LotId... ids) {
        return read(stores -> stores.ledger().lots(List.of(ids)));
    }

    private List<Lot> lapsed(Instant at) {
        return read(stores -> stores.ledger().lapsed(Set.of(account), at));
    }

    private List<Lot> openedBy(EntryId... ids) {
        return read(stores -> stores.ledger().lotsOpenedBy(List.of(ids)));
    }

    private List<Allocation> allocations(EntryId... ids) {
        return read(stores -> stores.ledger().allocations(List.of(ids)));
    }

    private List<Allocation> allocationsOf(LotId... ids) {
        return read(stores -> stores.ledger().allocationsOf(List.of(ids)));
    }
}
