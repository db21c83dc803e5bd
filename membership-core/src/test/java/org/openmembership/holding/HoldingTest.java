package org.openmembership.holding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.HoldTerms;
import org.openmembership.holding.CaptureResult.Captured;
import org.openmembership.holding.HoldResult.Held;
import org.openmembership.holding.HoldResult.Released;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.HoldId;
import org.openmembership.redemption.RedemptionResult.Redeemed;
import org.openmembership.request.InvalidRequestException;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/** Placing, capturing and releasing. */
@Requirement("R29")
class HoldingTest extends HoldingCase {
    @Test
    void a_captured_hold_spends_what_is_asked_and_frees_the_rest() {
        AccountId account = shop.account();
        shop.give(account, 100);
        HoldId hold = held(account, 60);

        Captured captured = (Captured) shop.membership()
                .holding()
                .capture(CaptureRequest.of(hold, shop.key()).only(Points.of(25)));

        assertThat(captured.entry().points()).isEqualTo(Points.of(-25));
        assertThat(captured.available()).isEqualTo(Points.of(75));
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(75), Points.of(75), Points.ZERO));
        assertThat(reasonOf(capture(hold))).isEqualTo(HoldRefusal.ENDED);
        assertThat(reasonOf(release(hold))).isEqualTo(HoldRefusal.ENDED);
    }

    @Test
    void more_than_is_held_is_refused_and_the_hold_stays() {
        AccountId account = shop.account();
        shop.give(account, 100);
        HoldId hold = held(account, 60);

        CaptureResult more = shop.membership()
                .holding()
                .capture(CaptureRequest.of(hold, shop.key()).only(Points.of(61)));

        assertThat(reasonOf(more)).isEqualTo(HoldRefusal.MORE_THAN_HELD);
        assertThat(capture(hold)).isInstanceOf(Captured.class);
    }

    @Test
    void a_released_hold_frees_its_points() {
        AccountId account = shop.account();
        shop.give(account, 100);
        HoldId hold = held(account, 60);

        Released released = (Released) release(hold);

        assertThat(released.available()).isEqualTo(Points.of(100));
        assertThat(shop.available(account)).isEqualTo(Points.of(100));
        assertThat(shop.membership().holding().inForce(account)).isEmpty();
        assertThat(reasonOf(capture(hold))).isEqualTo(HoldRefusal.ENDED);
    }

    @Test
    void when_its_time_is_over_its_points_are_free_without_anything_running() {
        AccountId account = shop.account();
        shop.give(account, 100);
        HoldId hold = held(account, 60);
        Instant end = shop.time().instant().plus(HOUR);

        shop.time().set(end.minusNanos(1_000));
        assertThat(shop.available(account)).isEqualTo(Points.of(40));
        shop.time().set(end);
        assertThat(shop.available(account)).isEqualTo(Points.of(100));
        assertThat(shop.redeem(account, 100)).isInstanceOf(Redeemed.class);
        assertThat(reasonOf(capture(hold))).isEqualTo(HoldRefusal.TOO_LATE);
        assertThat(release(hold)).isInstanceOf(Released.class);
    }

    @Test
    void a_late_capture_is_an_ordinary_redemption_where_the_club_says_so() {
        shop.publish(club -> club.holds(new HoldTerms(HOUR, HoldTerms.WhenLate.REDEEM)));
        AccountId account = shop.account();
        shop.give(account, 100);
        HoldId first = held(account, 60);
        HoldId second = held(account, 40);
        shop.time().set(shop.time().instant().plus(HOUR));
        shop.spend(account, 30);

        Captured late = (Captured) capture(first);

        assertThat(late.entry().occurredAt()).isEqualTo(shop.time().instant());
        assertThat(late.available()).isEqualTo(Points.of(10));
        assertThat(reasonOf(capture(second))).isEqualTo(HoldRefusal.NOT_ENOUGH_POINTS);
        assertThat(shop.violations()).isEmpty();
    }

    @Test
    void nobody_holds_longer_than_the_club_allows() {
        shop.publish(club -> club.holds(new HoldTerms(HOUR, HoldTerms.WhenLate.REFUSE)));
        AccountId account = shop.account();
        shop.give(account, 100);
        HoldRequest usual = HoldRequest.of(account, Points.of(10), shop.key());

        HoldResult longer = shop.membership()
                .holding()
                .place(HoldRequest.of(account, Points.of(10), shop.key()).lasting(HOUR.plusNanos(1_000)));
        Held longest = (Held) shop.membership().holding().place(usual);

        assertThat(((HoldResult.Refused) longer).reason()).isEqualTo(HoldRefusal.TOO_LONG);
        assertThat(longest.hold().life().expiresAt())
                .isEqualTo(shop.time().instant().plus(HOUR));
    }

    @Test
    @Requirement({"R27", "I8"})
    void every_command_about_a_hold_answers_a_repeat_as_before() {
        AccountId account = shop.account();
        shop.give(account, 100);
        HoldRequest request = HoldRequest.of(account, Points.of(60), shop.key()).lasting(HOUR);
        HoldId hold = new HoldId(account, request.key());
        Held first = (Held) shop.membership().holding().place(request);
        CaptureRequest spending = CaptureRequest.of(hold, shop.key());
        Captured captured = (Captured) shop.membership().holding().capture(spending);

        assertThat(shop.membership().holding().capture(spending))
                .isEqualTo(new Captured(captured.entry(), captured.available(), captured.value(), true));
        Held again = (Held) shop.membership().holding().place(request);
        assertThat(again.available()).isEqualTo(first.available());
        assertThat(again.repeated()).isTrue();
        assertThat(shop.membership().holding().place(request.lasting(HOUR.plus(HOUR))))
                .isInstanceOf(HoldResult.KeyReused.class);
        assertThat(shop.membership().holding().lookup(hold)).contains(again);
        assertThat(shop.membership().holding().lookupCapture(account, spending.key()))
                .isPresent();
        assertThat(shop.membership().holding().lookupCapture(account, shop.key()))
                .isEmpty();
        assertThat(shop.available(account)).isEqualTo(Points.of(40));
    }

    @Test
    void a_hold_that_nobody_placed_is_refused_and_leaves_the_key_free() {
        AccountId account = shop.account();
        shop.give(account, 100);
        HoldId hold = new HoldId(account, shop.key());
        ExternalKey key = shop.key();

        CaptureResult before = shop.membership().holding().capture(CaptureRequest.of(hold, key));
        shop.membership().holding().place(HoldRequest.of(account, Points.of(5), hold.key()));
        CaptureResult after = shop.membership().holding().capture(CaptureRequest.of(hold, key));

        assertThat(reasonOf(before)).isEqualTo(HoldRefusal.UNKNOWN_HOLD);
        assertThat(after).isInstanceOf(Captured.class);
    }

    @Test
    void nothing_and_no_time_are_invalid_and_reported_together() {
        HoldRequest request =
                HoldRequest.of(shop.account(), Points.ZERO, shop.key()).lasting(Duration.ZERO);

        assertThatThrownBy(() -> shop.membership().holding().place(request))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(violation -> violation.path())
                                .containsExactly("life", "points"));
    }
}
