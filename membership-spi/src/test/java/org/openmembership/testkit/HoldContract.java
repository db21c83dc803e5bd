package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.LedgerHead;
import org.openmembership.audit.Invariant;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.ExpiryRule;
import org.openmembership.flow.Holdings;
import org.openmembership.flow.Scope;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.idempotency.RecordedCommand;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.AccountMerge;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.LotSummary;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** How every {@link org.openmembership.ledger.LedgerStore} keeps holds, and finds those that cannot be. */
@Requirement("R29")
public abstract class HoldContract extends AuditContract {
    private static final Instant END = Any.minute(60);

    @Test
    void a_hold_is_read_back_whole_with_its_lots_in_order() {
        LotId later = new LotId(earn("5", 1).id(), 1);
        PointEntry soon = story().earn(account, "4", AnyEntry.life(Any.minute(2), Any.minute(900)), Any.minute(2));

        Hold hold = place("7", 3);

        assertThat(find(hold.id())).contains(hold);
        assertThat(hold.parts())
                .containsExactly(
                        new Hold.Part(new LotId(soon.id(), 1), Points.of(4)), new Hold.Part(later, Points.of(3)));
        assertThat(find(new HoldId(other, hold.id().key()))).isEmpty();
        assertThat(current().head().available()).isEqualTo(Points.of(2));
        assertThat(current().head().changes().heldUntil()).isEqualTo(END);
    }

    @Test
    void holds_are_in_force_from_their_instant_until_their_end() {
        earn("9", 1);
        Hold hold = place("4", 3);

        assertThat(inForce(Any.minute(3).minusNanos(1_000))).isEmpty();
        assertThat(inForce(Any.minute(3))).containsExactly(hold);
        assertThat(inForce(END.minusNanos(1_000))).containsExactly(hold);
        assertThat(inForce(END)).isEmpty();
        release(hold, 10);
        assertThat(inForce(Any.minute(9))).hasSize(1);
        assertThat(inForce(Any.minute(10))).isEmpty();
        assertThat(inForce(Any.minute(11))).isEmpty();
    }

    @Test
    void what_is_held_does_not_count_until_the_hold_ends() {
        story().earn(account, "9", AnyEntry.life(Any.minute(1), Any.minute(90)), Any.minute(1));
        place("4", 3);

        assertThat(summary(Any.minute(5))).isEqualTo(new LotSummary(Points.of(5), END));
        assertThat(summary(END)).isEqualTo(new LotSummary(Points.of(9), Any.minute(90)));
        assertThat(summary(Any.minute(90))).isEqualTo(new LotSummary(Points.ZERO, ExpiryRule.FOREVER));
    }

    @Test
    @Requirement("B28")
    void holdings_tell_held_points_apart_until_the_hold_ends_or_their_lot_lapses() {
        story().earn(account, "3", AnyEntry.life(Any.minute(1), Any.minute(10)), Any.minute(1));
        story().earn(account, "9", AnyEntry.life(Any.minute(1), Any.minute(90)), Any.minute(1));
        place("5", 3);

        assertThat(heldAt(Any.minute(2))).isEqualTo(Points.ZERO);
        assertThat(heldAt(Any.minute(3))).isEqualTo(Points.of(5));
        assertThat(heldAt(Any.minute(10))).isEqualTo(Points.of(2));
        assertThat(heldAt(END)).isEqualTo(Points.ZERO);
    }

    private Points heldAt(Instant at) {
        Scope scope = new Scope.OfAccount(account);
        return read(stores -> stores.flows().holdings(scope, at, at)).values().stream()
                .map(Holdings::held)
                .reduce(Points.ZERO, Points::plus);
    }

    @Test
    void a_lapsed_lot_is_due_only_when_nothing_holds_it() {
        LotId lot = new LotId(
                story().earn(account, "9", AnyEntry.life(Any.minute(1), Any.minute(20)), Any.minute(1))
                        .id(),
                1);
        place("4", 3);

        assertThat(due(Any.minute(30))).isEmpty();
        assertThat(lapsed(Any.minute(30))).isEmpty();
        assertThat(due(END)).containsExactly(account);
        assertThat(lapsed(END)).extracting(Lot::id).containsExactly(lot);
    }

    @Test
    @Requirement("I6")
    void nothing_is_found_where_a_hold_spent_what_had_lapsed_meanwhile() {
        story().earn(account, "9", AnyEntry.life(Any.minute(1), Any.minute(20)), Any.minute(1));
        Hold hold = place("4", 3);
        PointEntry spent = capture(hold, "3", 30);

        assertThat(find(hold.id()).orElseThrow().ending()).isEqualTo(new Hold.Ending(spent.recordedAt(), spent.id()));
        for (Invariant invariant : Invariant.values()) {
            assertThat(violations(invariant)).as("%s", invariant).isEmpty();
        }
    }

    @Test
    @Requirement("I6")
    void a_hold_placed_after_its_lot_lapsed_is_found_when_it_is_spent() {
        story().earn(account, "9", AnyEntry.life(Any.minute(1), Any.minute(20)), Any.minute(1));
        Hold hold = place("4", 3);
        capture(hold, "4", 30);
        Hold captured = find(hold.id()).orElseThrow();
        tampering()
                .put(new Hold(
                        hold.id(), hold.owner(), new Hold.Life(Any.minute(25), END), hold.parts(), captured.ending()));

        assertFound(Invariant.EXPIRED_NEVER_SPENT, account.value());
    }

    @Test
    void more_held_of_a_lot_than_it_has_left_is_found() {
        LotId lot = new LotId(earn("9", 1).id(), 1);
        Hold hold = place("4", 3);
        tampering()
                .put(new Hold(hold.id(), hold.owner(), hold.life(), List.of(new Hold.Part(lot, Points.of(10))), null));

        assertFound(Invariant.HOLD_COVERED, account.value());
    }

    @Test
    void a_capture_of_more_than_was_held_is_found() {
        LotId lot = new LotId(earn("9", 1).id(), 1);
        Hold hold = place("4", 3);
        capture(hold, "4", 5);
        Hold captured = find(hold.id()).orElseThrow();
        tampering()
                .put(new Hold(
                        hold.id(),
                        hold.owner(),
                        hold.life(),
                        List.of(new Hold.Part(lot, Points.of(3))),
                        captured.ending()));

        assertFound(Invariant.HOLD_ADDS_UP, account.value());
    }

    @Test
    void an_account_that_does_not_know_of_a_hold_is_found() {
        earn("9", 1);
        place("4", 3);
        LedgerHead head = current().head();
        LedgerHead.Changes forgetful =
                new LedgerHead.Changes(head.changes().next(), head.changes().lastRecordedAt(), Instant.EPOCH);
        tampering().put(current().with(head.withheld(head.withheld(), forgetful)));

        assertFound(Invariant.HOLD_KNOWN, account.value());
    }

    @Test
    @Requirement({"R16", "I20"})
    void a_hold_that_a_merge_takes_elsewhere_is_there_from_then_on_and_here_until_then() {
        earn("9", 1);
        Hold hold = place("4", 3);
        Hold moved = move(hold, 10);

        assertThat(find(hold.id())).contains(moved);
        assertThat(moved.account()).isEqualTo(other);
        assertThat(moved.id()).isEqualTo(hold.id());
        LotId from = hold.parts().get(0).lot();
        LotId to = moved.parts().get(0).lot();
        assertThat(descendants(from)).isEqualTo(Map.of(to, from));
        assertThat(descendants(to)).isEmpty();
        assertThat(inForce(Any.minute(9))).containsExactly(hold);
        assertThat(inForce(Any.minute(10))).containsExactly(moved);
        assertThat(inForce(END)).isEmpty();
        assertThat(summary(Any.minute(11)).inForce()).isEqualTo(Points.ZERO);
        assertThat(story().current(other).head().available()).isEqualTo(Points.of(5));
        for (Invariant invariant : Invariant.values()) {
            assertThat(violations(invariant)).as("%s", invariant).isEmpty();
        }
    }

    private Map<LotId, LotId> descendants(LotId lot) {
        return read(stores -> stores.ledger().descendants(List.of(lot)));
    }

    /** All points, and what is held of them, from the one account to the other. */
    private Hold move(Hold hold, int minute) {
        return storage().inUnitOfWork(stores -> {
            AccountLedger from = opened(account, minute, stores);
            AccountLedger into = opened(other, minute, stores);
            CommandKey key = AnyEntry.anyCommandKey(Operation.MERGE, club.id());
            Map<LotId, Points> lots = new TreeMap<>();
            stores.ledger().openLots(Set.of(account)).forEach(lot -> lots.put(lot.id(), lot.remaining()));
            Map<LotId, LotId> came = new TreeMap<>();
            List<Hold> leaving = from.merging().release(lots.keySet());
            AccountMerge.Surrendered left = from.merging()
                    .surrender(
                            merging(EntryKind.MERGE_OUT, from, key, into.nextId()),
                            lots,
                            Hold.byLot(leaving),
                            Points.ZERO,
                            ConsumptionOrder.NEAREST_EXPIRY);
            into.merging()
                    .absorb(
                            merging(EntryKind.MERGE_IN, into, key, left.entry().id()),
                            left.lots(),
                            Points.ZERO,
                            ConsumptionOrder.NEAREST_EXPIRY,
                            came);
            into.merging().take(leaving, came, from.at());
            long arrived = into.nextId().seq() - 1;
            stores.commands()
                    .addAll(List.of(AnyEntry.anyCommand(key, new RecordedCommand.Effect(other, arrived, arrived))));
            stores.ledger().append(List.of(from.posting(), into.posting()), List.of());
            return stores.ledger().find(hold.id()).orElseThrow();
        });
    }

    private static PointEntry.Cause merging(EntryKind kind, AccountLedger ledger, CommandKey key, EntryId counterpart) {
        return AnyEntry.anyCause(
                kind,
                ledger.account(),
                ledger.at(),
                new PointEntry.Origin(key, 1, counterpart, null, PointEntry.Scene.UNKNOWN));
    }

    private Hold place(String points, int minute) {
        return storage().inUnitOfWork(stores -> {
            AccountLedger ledger = opened(account, minute, stores);
            CommandKey key = AnyEntry.anyCommandKey(Operation.HOLD, club.id());
            Hold hold = ledger.holds()
                    .place(
                            new HoldId(account, key.key()),
                            Actor.till("till-7"),
                            Points.of(new BigDecimal(points)),
                            ConsumptionOrder.NEAREST_EXPIRY,
                            END);
            stores.commands().addAll(List.of(AnyEntry.anyCommand(key, account)));
            stores.ledger().append(List.of(ledger.posting()), List.of());
            return hold;
        });
    }

    private PointEntry capture(Hold hold, String points, int minute) {
        return storage().inUnitOfWork(stores -> {
            AccountLedger ledger = opened(account, minute, stores);
            CommandKey key = AnyEntry.anyCommandKey(Operation.CAPTURE, club.id());
            PointEntry entry = ledger.holds()
                    .capture(
                            AnyEntry.anyCause(EntryKind.REDEMPTION, ledger.account(), key, Any.minute(minute)),
                            hold.id(),
                            Points.of(new BigDecimal(points)));
            Story.append(stores, ledger, key, List.of());
            return entry;
        });
    }

    private void release(Hold hold, int minute) {
        storage().inUnitOfWork(stores -> {
            AccountLedger ledger = opened(account, minute, stores);
            Hold released = ledger.holds().release(hold);
            stores.ledger().append(List.of(ledger.posting()), List.of());
            return released;
        });
    }

    private static AccountLedger opened(AccountId account, int minute, Stores stores) {
        AccountLedger ledger = Story.opened(stores, account, Any.minute(minute));
        ledger.holds().learn(stores.ledger().holds(Set.of(account), ledger.at()));
        return ledger;
    }

    private Optional<Hold> find(HoldId id) {
        return read(stores -> stores.ledger().find(id));
    }

    private List<Hold> inForce(Instant at) {
        return read(stores -> stores.ledger().holds(Set.of(account, other), at));
    }

    private LotSummary summary(Instant at) {
        return read(stores -> stores.ledger().summaries(Set.of(account), at).get(account));
    }

    private List<AccountId> due(Instant at) {
        return read(stores -> stores.ledger().due(club.id(), at, null, 10));
    }

    private List<Lot> lapsed(Instant at) {
        return read(stores -> stores.ledger().lapsed(Set.of(account, other), at));
    }
}
