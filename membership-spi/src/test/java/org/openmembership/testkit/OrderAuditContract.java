package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.openmembership.audit.Invariant;
import org.openmembership.club.Club;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ClubId;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.Inactivity;
import org.openmembership.club.Scheme;
import org.openmembership.club.SpendingTerms;
import org.openmembership.idempotency.CommandKey;
import org.openmembership.idempotency.Operation;
import org.openmembership.ledger.AccountLedger;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Hold;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.storage.Stores;

/** What every {@link org.openmembership.audit.AuditStore} finds of points that were taken out of turn (I5). */
@Requirement({"I5", "R24"})
public abstract class OrderAuditContract extends AuditContract {
    private static final ConsumptionOrder NEAREST = ConsumptionOrder.NEAREST_EXPIRY;
    private static final ConsumptionOrder OLDEST = ConsumptionOrder.OLDEST_FIRST;

    @Test
    void lots_taken_in_the_clubs_order_are_as_they_should_be() {
        earn("10", 900, 1);
        earn("10", 100, 2);
        spend("12", NEAREST, 3);
        earn("5", 50, 4);
        spend("8", NEAREST, 5);

        assertInOrder();
    }

    @Test
    void points_of_a_lot_that_lapses_later_taken_first_are_found() {
        earn("10", 900, 1);
        earn("10", 100, 2);

        assertOutOfTurn(spend("3", OLDEST, 3));
    }

    @Test
    void among_lots_of_one_end_the_one_that_came_first_goes_first() {
        earn("10", 100, 1);
        LotId second = earn("10", 100, 2);
        PointEntry spent = spend("3", NEAREST, 3);
        assertInOrder();

        tampering().put(new Allocation(spent.id(), second, Allocation.Purpose.SPENT, Points.of(1)));

        assertOutOfTurn(spent);
    }

    @Test
    void where_the_oldest_go_first_their_ends_do_not_matter() {
        open(club -> club.spending(oldestFirst()));
        earn("10", 900, 1);
        earn("10", 100, 2);
        spend("3", OLDEST, 3);
        assertInOrder();

        assertOutOfTurn(spend("3", NEAREST, 4));
    }

    @Test
    void what_has_lapsed_is_pending_or_is_empty_by_then_may_be_passed_over() {
        earn("4", 5, 1);
        earn("5", new Lot.Life(Any.minute(40), Any.minute(50), Any.minute(60)), 2);
        LotId emptied = earn("6", 70, 3);
        earn("7", 900, 4);
        spend("10", NEAREST, 6);
        giveBack(emptied, "2", 7);
        assertInOrder();

        assertOutOfTurn(spend("1", OLDEST, 52));
    }

    @Test
    @Requirement("R29")
    void held_points_may_be_passed_over_and_a_capture_in_time_takes_what_it_holds() {
        earn("10", 100, 1);
        earn("10", 900, 2);
        Hold hold = hold("10", 3);
        spend("4", NEAREST, 4);
        earn("3", 30, 5);
        capture(hold, 6);
        assertInOrder();

        Hold released = hold("3", 7);
        release(released, 8);
        assertOutOfTurn(spend("1", OLDEST, 9));
    }

    @Test
    @Requirement("I10")
    void a_transfer_may_leave_what_has_too_little_life_left_and_nothing_else() {
        open(club -> club.spending(oldestFirst()));
        earn("10", 100, 1);
        earn("10", 900, 2);
        earn("10", 800, 3);
        move("5", 200, OLDEST, 4);
        assertInOrder();

        assertOutOfTurn(move("5", 200, NEAREST, 5));
    }

    @Test
    @Requirement("R25")
    void where_inactivity_ends_points_the_order_of_their_ends_is_not_judged() {
        open(club -> club.inactivity(Inactivity.of(Period.ofDays(10))));
        earn("10", 900, 1);
        earn("10", 100, 2);

        spend("3", OLDEST, 3);

        assertInOrder();
    }

    private void open(UnaryOperator<ClubBuilder> terms) {
        ClubId id = ClubId.of(Any.any("club"));
        club = story().club(terms.apply(Club.builder(id)
                        .name("Tea Club")
                        .in(CurrencyUnit.EUR, ZoneOffset.UTC)
                        .schemes(Scheme.byHand(id + "-basic", "Basic", 1)))
                .build());
        account = story().account(club, story().member()).id();
    }

    private static SpendingTerms oldestFirst() {
        return new SpendingTerms(OLDEST, points("0.01"), Points.ZERO, SpendingTerms.WhenSpent.DEBT, Period.ZERO);
    }

    private void assertInOrder() {
        assertThat(violations(Invariant.TAKEN_IN_ORDER)).isEmpty();
    }

    private void assertOutOfTurn(PointEntry entry) {
        assertFound(Invariant.TAKEN_IN_ORDER, entry.id().toString());
        assertThat(violations(Invariant.TAKEN_IN_ORDER))
                .allMatch(violation -> violation.subject().equals(entry.id().toString()));
    }

    private LotId earn(String points, int lapses, int minute) {
        return earn(points, AnyEntry.life(Any.minute(minute), Any.minute(lapses)), minute);
    }

    private LotId earn(String points, Lot.Life life, int minute) {
        PointEntry earned = post(
                Operation.SALE,
                minute,
                (ledger, key) -> ledger.earn(cause(EntryKind.SALE, ledger, key, minute), points(points), life));
        return new LotId(earned.id(), 1);
    }

    private PointEntry spend(String points, ConsumptionOrder order, int minute) {
        return post(
                Operation.REDEMPTION,
                minute,
                (ledger, key) -> ledger.spend(
                        cause(EntryKind.REDEMPTION, ledger, key, minute), points(points), order, Points.ZERO));
    }

    private PointEntry move(String points, int livesPast, ConsumptionOrder order, int minute) {
        return post(
                Operation.TRANSFER,
                minute,
                (ledger, key) -> ledger.transferring()
                        .move(
                                cause(EntryKind.TRANSFER_FROM, ledger, key, minute),
                                points(points),
                                order,
                                Any.minute(livesPast))
                        .entry());
    }

    private void giveBack(LotId lot, String points, int minute) {
        Lot emptied = read(stores -> stores.ledger().lots(List.of(lot)).get(0));
        Lot.Life fresh = AnyEntry.forEver(Any.minute(minute));
        post(Operation.REVERSAL, minute, (ledger, key) -> {
            ledger.with(List.of(emptied));
            return ledger.restore(
                    cause(EntryKind.REVERSAL, ledger, key, minute),
                    List.of(new AccountLedger.Returned(lot, points(points), fresh)));
        });
    }

    /** As a story posts, but minding holds. */
    private PointEntry post(
            Operation operation, int minute, BiFunction<AccountLedger, CommandKey, PointEntry> decision) {
        return storage().inUnitOfWork(stores -> {
            AccountLedger ledger = withHolds(minute, stores);
            CommandKey key = AnyEntry.anyCommandKey(operation, club.id());
            PointEntry entry = decision.apply(ledger, key);
            Story.append(stores, ledger, key, List.of());
            return entry;
        });
    }

    private Hold hold(String points, int minute) {
        return storage().inUnitOfWork(stores -> {
            AccountLedger ledger = withHolds(minute, stores);
            CommandKey key = AnyEntry.anyCommandKey(Operation.HOLD, club.id());
            HoldId id = new HoldId(account, key.key());
            Hold hold = ledger.holds().place(id, Actor.till("till-7"), points(points), NEAREST, Any.minute(60));
            stores.commands().addAll(List.of(AnyEntry.anyCommand(key, account)));
            stores.ledger().append(List.of(ledger.posting()), List.of());
            return hold;
        });
    }

    private void capture(Hold hold, int minute) {
        post(
                Operation.CAPTURE,
                minute,
                (ledger, key) -> ledger.holds()
                        .capture(cause(EntryKind.REDEMPTION, ledger, key, minute), hold.id(), hold.points()));
    }

    private void release(Hold hold, int minute) {
        storage().inUnitOfWork(stores -> {
            AccountLedger ledger = withHolds(minute, stores);
            Hold released = ledger.holds().release(hold);
            stores.ledger().append(List.of(ledger.posting()), List.of());
            return released;
        });
    }

    private AccountLedger withHolds(int minute, Stores stores) {
        AccountLedger ledger = Story.opened(stores, account, Any.minute(minute));
        ledger.holds().learn(stores.ledger().holds(Set.of(account), ledger.at()));
        return ledger;
    }

    private static PointEntry.Cause cause(EntryKind kind, AccountLedger ledger, CommandKey key, int minute) {
        return AnyEntry.anyCause(kind, ledger.account(), key, Any.minute(minute));
    }

    private static Points points(String text) {
        return Points.of(new BigDecimal(text));
    }
}
