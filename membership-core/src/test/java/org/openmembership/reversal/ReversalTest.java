package org.openmembership.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.adjustment.AdjustmentResult;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.SpendingTerms.WhenSpent;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.periodic.Progress;
import org.openmembership.reversal.ReversalResult.Refused;
import org.openmembership.reversal.ReversalResult.Reversed;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRequest;

@Requirement("R21")
class ReversalTest extends ShopTest {

    @Test
    void points_that_were_given_are_taken_from_their_own_lot() {
        AccountId account = shop.account();
        shop.give(account, 10);
        PointEntry given = shop.give(account, 20);

        Reversed reversed = (Reversed) shop.reverse(given);

        assertThat(reversed.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.REVERSAL);
            assertThat(entry.points()).isEqualTo(Points.of(-20));
            assertThat(entry.related()).contains(given.id());
        });
        assertThat(reversed.available()).isEqualTo(Points.of(10));
        assertThat(shop.remaining(account)).containsExactly("10");
        assertThat(shop.lots(account).get(0).id().entry().seq()).isEqualTo(1);
    }

    @Test
    @Requirement({"R26", "I3"})
    void what_is_spent_of_them_becomes_debt_by_default() {
        AccountId account = shop.account();
        PointEntry given = shop.give(account, 20);
        shop.give(account, 5);
        shop.spend(account, 15);

        Reversed reversed = (Reversed) shop.reverse(given);

        assertThat(reversed.entries().get(0).points()).isEqualTo(Points.of(-20));
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(-10), Points.of(-10), Points.of(10)));
        assertThat(shop.lots(account)).isEmpty();
    }

    @Test
    @Requirement("R26")
    void a_club_may_refuse_to_take_back_what_is_spent() {
        whenSpent(WhenSpent.REFUSE);
        AccountId account = shop.account();
        PointEntry given = shop.give(account, 20);
        shop.spend(account, 1);

        assertThat(shop.reverse(given)).isEqualTo(new Refused(ReversalRefusal.ALREADY_SPENT, false));
        assertThat(shop.available(account)).isEqualTo(Points.of(19));
    }

    @Test
    @Requirement("R26")
    void a_club_that_refuses_takes_back_what_other_lots_cover() {
        whenSpent(WhenSpent.REFUSE);
        AccountId account = shop.account();
        PointEntry given = shop.give(account, 20);
        shop.give(account, 5);
        shop.spend(account, 5);

        assertThat(shop.reverse(given)).isInstanceOf(Reversed.class);
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
    }

    @Test
    @Requirement("R26")
    void a_club_may_let_go_what_is_spent() {
        whenSpent(WhenSpent.WRITE_OFF);
        AccountId account = shop.account();
        PointEntry given = shop.give(account, 20);
        shop.spend(account, 15);

        Reversed reversed = (Reversed) shop.reverse(given);

        assertThat(reversed.entries().get(0).points()).isEqualTo(Points.of(-5));
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
    }

    @Test
    @Requirement({"R23", "I4"})
    void points_that_were_spent_go_back_to_the_lots_they_came_from_with_their_dates() {
        lasting(10);
        AccountId account = shop.account();
        shop.give(account, 10);
        shop.time().set("2026-03-05T12:00:00Z");
        shop.give(account, 10);
        PointEntry spent = shop.spend(account, 15);
        shop.time().set("2026-03-06T12:00:00Z");

        shop.reverse(spent);

        assertThat(shop.remaining(account)).containsExactly("10", "10");
        assertThat(shop.lots(account))
                .extracting(lot -> lot.life().lapsesAt())
                .containsExactly(Instant.parse("2026-03-11T23:00:00Z"), Instant.parse("2026-03-15T23:00:00Z"));
    }

    @Test
    @Requirement({"R25", "I6", "I7"})
    void points_that_come_back_to_a_lapsed_lot_expire_in_the_same_call() {
        lasting(10);
        AccountId account = shop.account();
        shop.give(account, 10);
        PointEntry spent = shop.spend(account, 10);
        shop.time().set("2026-04-01T12:00:00Z");

        Reversed reversed = (Reversed) shop.reverse(spent);

        assertThat(reversed.entries())
                .extracting(PointEntry::kind)
                .containsExactly(EntryKind.REVERSAL, EntryKind.EXPIRY);
        assertThat(reversed.available()).isEqualTo(Points.ZERO);
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
    }

    @Test
    @Requirement("R39")
    void with_a_grace_they_can_be_used_for_some_days_more() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(10)))
                .spending(new SpendingTerms(
                        ConsumptionOrder.NEAREST_EXPIRY, Points.of(1), Points.ZERO, WhenSpent.DEBT, Period.ofDays(7))));
        AccountId account = shop.account();
        shop.give(account, 10);
        PointEntry spent = shop.spend(account, 10);
        shop.time().set("2026-04-01T12:00:00Z");

        shop.reverse(spent);

        assertThat(shop.lots(account).get(0).life().lapsesAt()).isEqualTo(Instant.parse("2026-04-08T22:00:00Z"));
        shop.time().set("2026-04-08T21:59:59.999999Z");
        assertThat(shop.available(account)).isEqualTo(Points.of(10));
        shop.time().set("2026-04-08T22:00:00Z");
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
    }

    @Test
    void what_expired_of_an_entry_is_not_taken_a_second_time() {
        lasting(10);
        AccountId account = shop.account();
        PointEntry given = shop.give(account, 10);
        shop.spend(account, 4);
        shop.time().set("2026-04-01T12:00:00Z");
        shop.membership().expiry().run(Shop.CLUB, Progress.NONE);

        Reversed reversed = (Reversed) shop.reverse(given);

        assertThat(reversed.entries().get(0).points()).isEqualTo(Points.of(-4));
        assertThat(shop.balance(account).debt()).isEqualTo(Points.of(4));
    }

    @Test
    void nor_is_what_lapsed_before_the_expiry_was_written() {
        lasting(10);
        AccountId account = shop.account();
        PointEntry given = shop.give(account, 10);
        shop.spend(account, 4);
        shop.time().set("2026-04-01T12:00:00Z");

        shop.reverse(given);
        shop.membership().expiry().run(Shop.CLUB, Progress.NONE);

        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(-4), Points.of(-4), Points.of(4)));
    }

    @Test
    @Requirement({"R23", "R26"})
    void what_comes_back_repays_a_debt_first() {
        AccountId account = shop.account();
        PointEntry given = shop.give(account, 20);
        PointEntry spent = shop.spend(account, 20);
        shop.reverse(given);

        shop.reverse(spent);

        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
    }

    @Test
    void a_negative_adjustment_is_given_back() {
        AccountId account = shop.account();
        shop.give(account, 20);
        PointEntry taken = ((AdjustmentResult.Adjusted) shop.membership()
                        .adjustment()
                        .adjust(AdjustmentRequest.of(account, Points.of(-5), "wrong", shop.key())))
                .entry();

        shop.reverse(taken);

        assertThat(shop.remaining(account)).containsExactly("20");
    }

    @Test
    void an_entry_is_reversed_once() {
        AccountId account = shop.account();
        PointEntry given = shop.give(account, 20);
        PointEntry spent = shop.spend(account, 5);
        shop.reverse(given);
        shop.reverse(spent);

        assertThat(shop.reverse(given)).isEqualTo(new Refused(ReversalRefusal.ALREADY_REVERSED, false));
        assertThat(shop.reverse(spent)).isEqualTo(new Refused(ReversalRefusal.ALREADY_REVERSED, false));
    }

    @Test
    void expiries_transfers_and_reversals_are_not_reversed() {
        lasting(10);
        AccountId account = shop.account();
        AccountId other = shop.account();
        PointEntry given = shop.give(account, 20);
        shop.membership().transfer().transfer(new TransferRequest(account, other, Points.of(5), shop.key()));
        shop.reverse(given);
        shop.give(other, 1);
        shop.time().set("2026-04-01T12:00:00Z");
        shop.membership().expiry().run(Shop.CLUB, Progress.NONE);

        for (PointEntry entry : shop.history(account).subList(1, 3)) {
            assertThat(shop.reverse(entry)).isEqualTo(new Refused(ReversalRefusal.NOT_REVERSIBLE, false));
        }
        PointEntry expiry = shop.history(other).get(2);
        assertThat(expiry.kind()).isEqualTo(EntryKind.EXPIRY);
        assertThat(shop.reverse(expiry)).isEqualTo(new Refused(ReversalRefusal.NOT_REVERSIBLE, false));
    }

    @Test
    void an_unknown_entry_keeps_the_key_free() {
        AccountId account = shop.account();
        EntryId next = new EntryId(account, 1);
        ReversalRequest request = ReversalRequest.of(next, "mistake", shop.key());

        ReversalResult early = shop.membership().reversal().reverse(request);
        shop.give(account, 10);
        ReversalResult later = shop.membership().reversal().reverse(request);

        assertThat(early).isEqualTo(new Refused(ReversalRefusal.UNKNOWN_ENTRY, false));
        assertThat(later).isInstanceOf(Reversed.class);
    }

    @Test
    void on_a_closed_account_nothing_is_reversed() {
        AccountId account = shop.account();
        PointEntry given = shop.give(account, 20);
        shop.closeAccount(account);

        assertThat(shop.reverse(given)).isEqualTo(new Refused(ReversalRefusal.CLOSED, false));
    }

    private void whenSpent(WhenSpent policy) {
        shop.publish(club -> club.spending(
                new SpendingTerms(ConsumptionOrder.NEAREST_EXPIRY, Points.of(1), Points.ZERO, policy, Period.ZERO)));
    }

    private void lasting(int days) {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(days))));
    }
}
