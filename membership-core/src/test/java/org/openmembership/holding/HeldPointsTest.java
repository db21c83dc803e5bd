package org.openmembership.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.expiry.ExpiryResult;
import org.openmembership.holding.CaptureResult.Captured;
import org.openmembership.holding.HoldResult.Held;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.redemption.RedemptionResult.Redeemed;
import org.openmembership.redemption.RedemptionResult.Refused;
import org.openmembership.reversal.ReversalResult;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferResult;

/** What becomes of points while they are held, and of all that would take them. */
@Requirement("R29")
class HeldPointsTest extends HoldingCase {
    @Test
    @Requirement("I3")
    void held_points_are_there_but_cannot_be_spent() {
        AccountId account = shop.account();
        shop.give(account, 100);

        Held held = (Held) place(account, 60);

        assertThat(held.hold().points()).isEqualTo(Points.of(60));
        assertThat(held.available()).isEqualTo(Points.of(40));
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(100), Points.of(40), Points.ZERO));
        assertThat(((Refused) shop.redeem(account, 41)).why().available()).isEqualTo(Points.of(40));
        assertThat(shop.redeem(account, 40)).isInstanceOf(Redeemed.class);
        assertThat(((HoldResult.Refused) place(account, 1)).reason()).isEqualTo(HoldRefusal.NOT_ENOUGH_POINTS);
    }

    @Test
    @Requirement({"I6", "R25"})
    void a_capture_in_time_spends_points_that_lapsed_meanwhile() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ZERO)));
        AccountId account = shop.account();
        shop.give(account, 100);
        shop.time().set(Instant.parse("2026-03-01T22:30:00Z"));
        HoldId hold = held(account, 60);
        Instant placed = shop.time().instant();
        shop.time().set(Instant.parse("2026-03-01T23:10:00Z"));

        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
        assertThat(expire()).isEqualTo(new ExpiryResult(0, 0, Points.ZERO));
        Captured captured = (Captured) capture(hold);

        assertThat(captured.entry().occurredAt()).isEqualTo(placed);
        assertThat(captured.entry().points()).isEqualTo(Points.of(-60));
        assertThat(expire()).isEqualTo(new ExpiryResult(1, 1, Points.of(40)));
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
        assertThat(shop.violations()).isEmpty();
    }

    @Test
    void points_that_lapsed_under_a_hold_expire_once_it_is_over() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ZERO)));
        AccountId account = shop.account();
        shop.give(account, 100);
        shop.time().set(Instant.parse("2026-03-01T22:30:00Z"));
        held(account, 60);

        shop.time().set(Instant.parse("2026-03-01T23:29:59Z"));
        assertThat(expire().lots()).isZero();
        shop.time().set(Instant.parse("2026-03-01T23:30:00Z"));
        assertThat(expire()).isEqualTo(new ExpiryResult(1, 1, Points.of(100)));
    }

    @Test
    @Requirement("R26")
    void what_is_taken_back_leaves_held_points_and_becomes_debt() {
        AccountId account = shop.account();
        PointEntry given = shop.give(account, 100);
        HoldId hold = held(account, 60);

        assertThat(shop.reverse(given)).isInstanceOf(ReversalResult.Reversed.class);

        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.ZERO, Points.of(-60), Points.of(60)));
        assertThat(capture(hold)).isInstanceOf(Captured.class);
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(-60), Points.of(-60), Points.of(60)));
        assertThat(shop.violations()).isEmpty();
    }

    @Test
    @Requirement("R26")
    void points_freed_beside_a_debt_count_against_it() {
        AccountId account = shop.account();
        PointEntry given = shop.give(account, 100);
        HoldId hold = held(account, 60);
        shop.reverse(given);

        release(hold);

        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.of(60)));
        assertThat(shop.redeem(account, 1)).isInstanceOf(Refused.class);
        assertThat(shop.violations()).isEmpty();
    }

    @Test
    @Requirement("R30")
    void held_points_do_not_leave_for_another_account() {
        AccountId account = shop.account();
        AccountId other = shop.account();
        shop.give(account, 100);
        held(account, 60);

        assertThat(transfer(account, other, 41)).isInstanceOf(TransferResult.Refused.class);
        assertThat(transfer(account, other, 40)).isInstanceOf(TransferResult.Transferred.class);
    }

    @Test
    @Requirement("R54")
    void points_in_flight_are_spent_although_the_account_was_blocked() {
        AccountId account = shop.account();
        shop.give(account, 100);
        HoldId hold = held(account, 60);
        shop.block(account);

        assertThat(((HoldResult.Refused) place(account, 1)).reason()).isEqualTo(HoldRefusal.BLOCKED);
        assertThat(capture(hold)).isInstanceOf(Captured.class);
    }
}
