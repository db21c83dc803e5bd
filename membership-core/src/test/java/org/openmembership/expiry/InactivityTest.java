package org.openmembership.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.Inactivity;
import org.openmembership.club.Inactivity.Activity;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.extension.ExtensionRequest;
import org.openmembership.extension.ExtensionResult;
import org.openmembership.holding.CaptureRequest;
import org.openmembership.holding.CaptureResult;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.journals.JournalLine;
import org.openmembership.journals.JournalRequest;
import org.openmembership.journals.JournalResult;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.LotId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Buyer;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRequest;
import org.openmembership.transfer.TransferResult;

/** Points of who does nothing for ten days, from noon of 1 March in Berlin on. */
@Requirement("R25")
class InactivityTest extends ShopTest {
    private static final Inactivity TEN_DAYS = Inactivity.of(Period.ofDays(10));
    /** The first moment after 11 March. */
    private static final Instant IDLE = Instant.parse("2026-03-11T23:00:00Z");

    @Test
    @Requirement({"I6", "I7"})
    void points_stop_counting_at_the_end_of_the_last_day_and_the_job_writes_that_once() {
        AccountId ada = idleAfter(TEN_DAYS);
        shop.give(ada, 10);

        shop.time().set(IDLE.minusMillis(1));
        Points before = shop.available(ada);
        shop.time().set(IDLE);
        Points after = shop.available(ada);
        ExpiryResult written = shop.membership().expiry().run(Shop.CLUB, Progress.NONE);

        assertThat(before).isEqualTo(Points.of(10));
        assertThat(after).isEqualTo(Points.ZERO);
        assertThat(written.points()).isEqualTo(Points.of(10));
        assertThat(shop.membership().expiry().run(Shop.CLUB, Progress.NONE)).isEqualTo(ExpiryResult.NOTHING);
        assertThat(shop.history(ada)).extracting(PointEntry::kind).endsWith(EntryKind.EXPIRY);
    }

    @Test
    void redeeming_keeps_the_rest_alive() {
        AccountId ada = idleAfter(TEN_DAYS);
        shop.give(ada, 10);
        shop.time().advance(Duration.ofDays(9));
        shop.spend(ada, 1);

        shop.time().set(IDLE);

        assertThat(shop.available(ada)).isEqualTo(Points.of(9));
        shop.time().advance(Duration.ofDays(9));
        assertThat(shop.available(ada)).isEqualTo(Points.ZERO);
    }

    @Test
    void a_sale_that_earns_keeps_what_was_there_alive() {
        shop.publish(club -> club.inactivity(TEN_DAYS).rules(PointRule.everything("base", PointRate.amount("1", "1"))));
        MemberId member = shop.member();
        AccountId ada = shop.account(member, Shop.CLUB);
        shop.give(ada, 10);
        shop.time().advance(Duration.ofDays(9));

        SaleResult sold = shop.membership()
                .sales()
                .record(AnyPurchase.anyPurchase(
                        Buyer.member(member), shop.time().instant(), "7.00"));
        shop.time().set(IDLE);

        assertThat(sold).isInstanceOf(SaleResult.Recorded.class);
        assertThat(shop.available(ada)).isEqualTo(Points.of(17));
    }

    @Test
    void what_is_no_activity_of_the_club_keeps_nothing_alive() {
        AccountId ada = idleAfter(new Inactivity(Period.ofDays(10), Set.of(Activity.EARN)));
        AccountId eve = shop.account();
        shop.give(ada, 10);
        shop.time().advance(Duration.ofDays(9));
        shop.spend(ada, 1);
        TransferResult moved =
                shop.membership().transfer().transfer(new TransferRequest(ada, eve, Points.of(2), shop.key()));
        shop.give(ada, 5);

        shop.time().set(IDLE);

        assertThat(moved).isInstanceOf(TransferResult.Transferred.class);
        assertThat(shop.available(ada)).as("what came since lasts ten days").isEqualTo(Points.of(5));
        assertThat(shop.available(eve)).isEqualTo(Points.of(2));
    }

    @Test
    @Requirement("I6")
    void an_activity_that_comes_later_never_revives_points() {
        AccountId ada = idleAfter(TEN_DAYS);
        shop.give(ada, 10);
        shop.time().set(IDLE);

        post(JournalLine.of(ada, Points.of(3), "sale").as(EntryKind.SALE));

        assertThat(shop.available(ada)).isEqualTo(Points.of(3));
        shop.membership().expiry().run(Shop.CLUB, Progress.NONE);
        assertThat(shop.balance(ada).booked()).isEqualTo(Points.of(3));
    }

    @Test
    void a_lot_lapses_at_its_own_end_where_that_is_earlier_whatever_its_account_does() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(12))).inactivity(TEN_DAYS));
        AccountId ada = shop.account();
        shop.give(ada, 10);
        shop.time().advance(Duration.ofDays(9));
        post(JournalLine.of(ada, Points.of(3), "sale").as(EntryKind.SALE));

        shop.time().set(Instant.parse("2026-03-13T22:59:59Z"));
        Points before = shop.available(ada);
        shop.time().set(Instant.parse("2026-03-13T23:00:00Z"));

        assertThat(before).isEqualTo(Points.of(13));
        assertThat(shop.available(ada)).isEqualTo(Points.of(3));
    }

    @Test
    @Requirement("R29")
    void a_capture_is_an_activity_and_spends_what_was_held_in_time() {
        AccountId ada = idleAfter(TEN_DAYS);
        shop.give(ada, 10);
        shop.time().set(IDLE.minusSeconds(60));
        HoldResult held = shop.membership()
                .holding()
                .place(HoldRequest.of(ada, Points.of(4), shop.key()).lasting(Duration.ofHours(1)));
        shop.time().set(IDLE.plusSeconds(60));

        CaptureResult captured = shop.membership()
                .holding()
                .capture(CaptureRequest.of(((HoldResult.Held) held).hold().id(), shop.key()));

        assertThat(captured).isInstanceOf(CaptureResult.Captured.class);
        assertThat(shop.available(ada)).isEqualTo(Points.ZERO);
    }

    @Test
    void points_given_back_to_a_lot_live_as_long_as_it_does() {
        AccountId ada = idleAfter(TEN_DAYS);
        shop.give(ada, 10);
        PointEntry spent = shop.spend(ada, 10);
        shop.time().advance(Duration.ofDays(5));

        shop.reverse(spent);

        assertThat(shop.available(ada)).isEqualTo(Points.of(10));
        shop.time().set(IDLE);
        assertThat(shop.available(ada)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("D35")
    void terms_that_come_later_never_touch_points_already_issued() {
        AccountId ada = shop.account();
        shop.give(ada, 10);
        shop.publish(club -> club.inactivity(TEN_DAYS));
        shop.spend(ada, 1);

        shop.time().set(IDLE);

        assertThat(shop.available(ada)).isEqualTo(Points.of(9));
    }

    @Test
    @Requirement({"R23", "D35"})
    void an_extension_never_lets_points_lapse_sooner_than_they_would_have() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(60))));
        AccountId ada = shop.account();
        PointEntry given = shop.give(ada, 10);
        shop.publish(club -> club.inactivity(TEN_DAYS));
        ExtensionRequest later = new ExtensionRequest(
                new LotId(given.id(), 1), LocalDate.parse("2026-12-31"), ReasonCode.of("goodwill"), shop.key());

        assertThat(shop.membership().extension().extend(later)).isInstanceOf(ExtensionResult.Extended.class);

        shop.time().set("2026-04-30T21:59:59Z");
        assertThat(shop.available(ada)).isEqualTo(Points.of(10));
        shop.spend(ada, 1);
        shop.time().set("2026-05-10T21:59:59Z");
        assertThat(shop.available(ada)).isEqualTo(Points.of(9));
        shop.time().set("2026-05-10T22:00:00Z");
        assertThat(shop.available(ada)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("B45")
    void an_opening_balance_lives_from_the_day_it_is_brought_along() {
        AccountId ada = idleAfter(TEN_DAYS);
        shop.membership()
                .journals()
                .post(JournalRequest.opening(
                        Shop.CLUB,
                        List.of(JournalLine.opening(ada, Points.of(8)).on(LocalDate.parse("2025-06-30"))),
                        shop.key()));

        shop.time().set(IDLE.minusMillis(1));
        assertThat(shop.available(ada)).isEqualTo(Points.of(8));
        shop.time().set(IDLE);
        assertThat(shop.available(ada)).isEqualTo(Points.ZERO);
    }

    private AccountId idleAfter(Inactivity terms) {
        shop.publish(club -> club.inactivity(terms));
        return shop.account();
    }

    private void post(JournalLine line) {
        JournalResult result =
                shop.membership().journals().post(JournalRequest.normal(Shop.CLUB, List.of(line), shop.key()));
        assertThat(result).isInstanceOf(JournalResult.Posted.class);
    }
}
