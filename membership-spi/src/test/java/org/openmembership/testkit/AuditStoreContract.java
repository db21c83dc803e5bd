package org.openmembership.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.account.AccountId;
import org.openmembership.account.LedgerHead;
import org.openmembership.audit.AuditStore;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.Allocation;
import org.openmembership.ledger.Allocation.Purpose;
import org.openmembership.ledger.EarnedLine;
import org.openmembership.ledger.Lot;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.shared.Points;

/** What every {@link AuditStore} finds: nothing in a story that was told rightly, and each fault that is planted in it. */
public abstract class AuditStoreContract extends AuditContract {
    @ParameterizedTest
    @EnumSource(Invariant.class)
    void nothing_is_found_in_an_empty_ledger(Invariant invariant) {
        assertThat(violations(invariant)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Invariant.class)
    void nothing_is_found_in_a_story_of_everything_that_can_happen(Invariant invariant) {
        PointEntry first = earn("10", 1);
        story().earn(account, "20", AnyEntry.life(Any.minute(2), Any.minute(50)), Any.minute(2));
        PointEntry last = story().sell(account, sale(), PointKind.AWARD, Any.minute(3));
        story().spend(account, "25", Any.minute(4));
        story().transfer(account, other, "1.50", Any.minute(5));
        story().reverse(last, Any.minute(6));
        story().reverse(first, Any.minute(7));
        story().deduct(other, "40", Any.minute(8));
        story().earn(other, "60", Any.minute(9));
        PointEntry lapsing = story().earn(other, "6", AnyEntry.life(Any.minute(10), Any.minute(11)), Any.minute(10));
        story().expire(lot(lapsing), Any.minute(12));

        assertThat(violations(invariant)).isEmpty();
    }

    @Test
    @Requirement({"I1", "I2"})
    void a_balance_out_of_thin_air_is_found() {
        earn("10", 1);
        LedgerHead head = current().head();
        tampering()
                .put(current()
                        .with(new LedgerHead(head.seq(), Points.of(11), head.debt(), head.withheld(), head.changes())));

        assertFound(Invariant.BALANCE_AGREES, account.value());
        assertFound(Invariant.CONSERVATION, club.id().value());
    }

    @Test
    @Requirement({"I2", "I3"})
    void debt_beside_points_is_found() {
        earn("10", 1);
        LedgerHead head = current().head();
        tampering()
                .put(current()
                        .with(new LedgerHead(head.seq(), Points.of(9), Points.of(1), head.withheld(), head.changes())));

        assertFound(Invariant.NO_DEBT_BESIDE_POINTS, account.value());
        assertFound(Invariant.BALANCE_AGREES, account.value());
    }

    @Test
    @Requirement({"I4", "I2"})
    void a_lot_that_lost_points_is_found() {
        LotId id = lot(earn("10", 1));
        tampering().put(lot(id).withRemaining(Points.of(4)));

        assertFound(Invariant.LOT_ACCOUNTED, account.value());
        assertFound(Invariant.BALANCE_AGREES, account.value());
    }

    @Test
    @Requirement({"I2", "I4"})
    void an_allocation_that_took_more_than_its_entry_is_found() {
        LotId id = lot(earn("10", 1));
        PointEntry spent = story().spend(account, "3", Any.minute(2));
        tampering().put(new Allocation(spent.id(), id, Purpose.SPENT, Points.of(4)));

        assertFound(Invariant.ENTRY_EXPLAINED, account.value());
        assertFound(Invariant.LOT_ACCOUNTED, account.value());
    }

    @Test
    @Requirement("I6")
    void points_spent_after_they_lapsed_are_found() {
        LotId id = lot(earn("10", 1));
        story().spend(account, "3", Any.minute(5));
        Lot lot = lot(id);
        tampering()
                .put(new Lot(
                        id, lot.kind(), lot.granted(), lot.remaining(), AnyEntry.life(Any.minute(1), Any.minute(5))));

        assertFound(Invariant.EXPIRED_NEVER_SPENT, account.value());
    }

    @Test
    @Requirement("I7")
    void a_lot_that_expired_twice_is_found() {
        LotId id = expired();
        PointEntry next = earn("1", 9);
        tampering().put(new Allocation(next.id(), id, Purpose.EXPIRED, Points.of(1)));

        assertFound(Invariant.EXPIRED_ONCE, account.value());
    }

    @Test
    @Requirement("I7")
    void a_lot_that_expired_before_it_lapsed_is_found() {
        LotId id = expired();
        Lot lot = lot(id);
        tampering()
                .put(new Lot(
                        id, lot.kind(), lot.granted(), lot.remaining(), AnyEntry.life(Any.minute(1), Any.minute(500))));

        assertFound(Invariant.EXPIRED_ONCE, account.value());
    }

    @Test
    @Requirement({"I8", "I9"})
    void an_entry_without_its_command_is_found() {
        PointEntry entry = earn("10", 1);
        tampering().remove(entry.cause().origin().command());

        assertFound(Invariant.COMMAND_MATCHES_ENTRIES, account.value());
    }

    @Test
    @Requirement({"I8", "I24"})
    void an_entry_that_is_gone_is_found() {
        earn("10", 1);
        PointEntry gone = earn("5", 2);
        earn("1", 3);
        tampering().remove(gone.id());

        assertThat(violations(Invariant.COMMAND_MATCHES_ENTRIES)).isNotEmpty();
        assertFound(Invariant.CHAIN_UNBROKEN, account.value());
        assertFound(Invariant.BALANCE_AGREES, account.value());
    }

    @Test
    @Requirement("I10")
    void half_a_transfer_is_found() {
        earn("10", 1);
        PointEntry left = story().transfer(account, other, "4", Any.minute(2));
        tampering().put(with(left, left.points(), left.balanceAfter(), left.recordedAt(), null));

        assertFound(Invariant.TRANSFER_PAIRED, account.value());
    }

    @Test
    @Requirement({"I10", "I1"})
    void a_transfer_that_gained_points_is_found() {
        earn("10", 1);
        PointEntry left = story().transfer(account, other, "4", Any.minute(2));
        tampering()
                .put(with(
                        left,
                        Points.of(-3),
                        Points.of(7),
                        left.recordedAt(),
                        left.related().orElseThrow()));

        assertFound(Invariant.TRANSFER_PAIRED, account.value());
        assertFound(Invariant.CONSERVATION, club.id().value());
    }

    @Test
    @Requirement("I11")
    void a_line_of_which_more_was_taken_back_than_it_earned_is_found() {
        KeptPurchase kept = sale();
        PointEntry sold = story().sell(account, kept, PointKind.AWARD, Any.minute(1));
        PointEntry undone = story().reverse(sold, Any.minute(2));
        OriginalLine second = new OriginalLine(kept.purchase().key(), 2);
        tampering().add(new EarnedLine(undone.id(), second, PointKind.AWARD, Points.of(-3)));

        assertThat(violations(Invariant.RETURN_WITHIN_EARNED)).isNotEmpty();
    }

    @Test
    @Requirement("I11")
    void a_reversal_of_more_than_its_entry_moved_is_found() {
        PointEntry earned = earn("10", 1);
        PointEntry undone = story().reverse(earned, Any.minute(2));
        tampering().put(with(undone, Points.of(-11), Points.of(-1), undone.recordedAt(), earned.id()));

        assertFound(Invariant.REVERSAL_WITHIN_ENTRY, account.value());
    }

    @Test
    void as_many_violations_are_told_as_asked_for_by_subject() {
        earn("10", 1);
        story().earn(other, "10", Any.minute(1));
        for (AccountId id : List.of(account, other)) {
            tampering().put(story().current(id).pinned(SchemeId.of(club.id() + "-silver"), null));
        }

        List<Violation> all = violations(Invariant.SCHEME_MATCHES_MOVES);
        assertThat(all).hasSize(2).extracting(Violation::subject).isSorted();
        assertThat(violations(Invariant.SCHEME_MATCHES_MOVES, 1)).isEqualTo(all.subList(0, 1));
    }

    private KeptPurchase sale() {
        return AnyPurchase.kept(
                AnyPurchase.anyPurchase(
                        Buyer.member(member.id()),
                        Any.minute(1),
                        AnyPurchase.anyLine(1, "1.00"),
                        AnyPurchase.anyLine(2, "2.00")),
                member.id());
    }

    private LotId expired() {
        PointEntry lapsing = story().earn(account, "10", AnyEntry.life(Any.minute(1), Any.minute(3)), Any.minute(1));
        story().expire(lot(lapsing), Any.minute(4));
        return lot(lapsing);
    }

    private static LotId lot(PointEntry entry) {
        return new LotId(entry.id(), 1);
    }

    private Lot lot(LotId id) {
        return storage().read(stores -> stores.ledger().lots(List.of(id)).get(0));
    }
}
