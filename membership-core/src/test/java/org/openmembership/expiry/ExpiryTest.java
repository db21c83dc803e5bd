package org.openmembership.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.periodic.Progress;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement({"B54", "R25"})
class ExpiryTest extends ShopTest {

    @Test
    @Requirement("I6")
    void the_last_day_is_valid_to_its_end_in_the_clubs_zone() {
        lasting(ExpiryRule.after(Period.ofDays(10)));
        AccountId account = shop.account();
        shop.give(account, 10);

        shop.time().set("2026-03-11T22:59:59.999999Z");
        assertThat(shop.available(account)).isEqualTo(Points.of(10));
        shop.time().set("2026-03-11T23:00:00Z");
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("I6")
    void lapsed_points_cannot_be_spent_before_the_expiry_is_written() {
        lasting(ExpiryRule.after(Period.ofDays(10)));
        AccountId account = shop.account();
        shop.give(account, 10);
        lasting(ExpiryRule.never());
        shop.give(account, 5);

        shop.time().set("2026-03-11T22:59:59.999999Z");
        RedemptionResult last = shop.redeem(account, 1);
        shop.time().set("2026-03-11T23:00:00Z");
        RedemptionResult late = shop.redeem(account, 6);

        assertThat(last).isInstanceOf(RedemptionResult.Redeemed.class);
        assertThat(((RedemptionResult.Refused) late).why().available()).isEqualTo(Points.of(5));
        assertThat(shop.spend(account, 5).points()).isEqualTo(Points.of(-5));
        assertThat(shop.remaining(account)).containsExactly("9");
    }

    @Test
    @Requirement("F11")
    void the_end_of_the_day_follows_summer_time() {
        lasting(ExpiryRule.after(Period.ofDays(28)));
        AccountId account = shop.account();
        shop.give(account, 10);

        assertThat(end(account)).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    @Requirement("F11")
    void where_a_day_starts_at_one_the_day_before_ends_then() {
        shop.time().set("2026-09-04T12:00:00Z");
        shop.publish(club ->
                club.in(CurrencyUnit.EUR, ZoneId.of("America/Santiago")).expiry(ExpiryRule.after(Period.ofDays(1))));
        AccountId account = shop.account();
        shop.give(account, 10);

        assertThat(end(account)).isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
    }

    @Test
    @Requirement("F11")
    void a_month_after_the_thirty_first_is_the_last_of_the_month() {
        shop.time().set("2026-03-31T10:00:00Z");
        lasting(ExpiryRule.after(Period.ofMonths(1)));
        AccountId account = shop.account();
        shop.give(account, 10);

        assertThat(end(account)).isEqualTo(Instant.parse("2026-04-30T22:00:00Z"));
    }

    @Test
    @Requirement({"C16", "F11"})
    void a_year_after_a_leap_day_is_the_last_of_february() {
        shop.time().set("2028-02-29T10:00:00Z");
        lasting(ExpiryRule.after(Period.ofYears(1)));
        AccountId account = shop.account();
        shop.give(account, 10);

        assertThat(end(account)).isEqualTo(Instant.parse("2029-02-28T23:00:00Z"));
    }

    @Test
    @Requirement("D35")
    void points_may_end_on_a_fixed_day_of_the_next_year_or_with_a_quarter() {
        lasting(new ExpiryRule.FixedDayOfNextYear(MonthDay.of(2, 28)));
        AccountId account = shop.account();
        shop.give(account, 10);
        lasting(new ExpiryRule.EndOf(ExpiryRule.EndOf.Unit.QUARTER, Period.ofMonths(6)));
        shop.give(account, 10);

        assertThat(shop.lots(account))
                .extracting(lot -> lot.life().lapsesAt())
                .containsExactly(Instant.parse("2027-02-28T23:00:00Z"), Instant.parse("2026-09-30T22:00:00Z"));
    }

    @Test
    @Requirement({"R25", "D35"})
    void a_changed_rule_never_touches_lots_already_issued() {
        lasting(ExpiryRule.after(Period.ofDays(10)));
        AccountId account = shop.account();
        shop.give(account, 10);
        lasting(ExpiryRule.never());

        assertThat(end(account)).isEqualTo(Instant.parse("2026-03-11T23:00:00Z"));
    }

    @Test
    @Requirement({"I7", "B7"})
    void a_run_writes_one_entry_for_each_lapsed_lot_and_they_stay_viewable() {
        lasting(ExpiryRule.after(Period.ofDays(10)));
        AccountId account = shop.account();
        PointEntry first = shop.give(account, 10);
        PointEntry second = shop.give(account, 20);
        shop.give(account, 30);
        shop.spend(account, 5);
        shop.time().set("2026-03-12T12:00:00Z");

        ExpiryResult result = run();

        assertThat(result).isEqualTo(new ExpiryResult(1, 3, Points.of(55)));
        List<PointEntry> history = shop.history(account);
        assertThat(history)
                .extracting(PointEntry::points)
                .map(Points::toString)
                .containsExactly("10", "20", "30", "-5", "-5", "-20", "-30");
        assertThat(history.subList(4, 7)).extracting(PointEntry::kind).containsOnly(EntryKind.EXPIRY);
        assertThat(history.get(4).related()).contains(first.id());
        assertThat(history.get(5).related()).contains(second.id());
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.ZERO, Points.ZERO, Points.ZERO));
    }

    @Test
    @Requirement("I7")
    void a_second_run_finds_nothing() {
        lasting(ExpiryRule.after(Period.ofDays(10)));
        AccountId account = shop.account();
        shop.give(account, 10);
        shop.time().set("2026-03-12T12:00:00Z");
        run();

        assertThat(run()).isEqualTo(new ExpiryResult(0, 0, Points.ZERO));
        assertThat(shop.history(account)).hasSize(2);
    }

    @Test
    @Requirement("I7")
    void what_another_node_wrote_off_is_left_alone() {
        lasting(ExpiryRule.after(Period.ofDays(10)));
        AccountId account = shop.account();
        shop.give(account, 10);
        Membership other = shop.over(shop.storage(), "b-").open();
        shop.time().set("2026-03-12T12:00:00Z");

        ExpiryResult theirs = other.expiry().run(Shop.CLUB, Progress.NONE);

        assertThat(theirs.lots()).isEqualTo(1);
        assertThat(run().lots()).isZero();
    }

    @Test
    void only_the_club_asked_for_is_looked_at() {
        lasting(ExpiryRule.after(Period.ofDays(10)));
        AccountId account = shop.account();
        shop.give(account, 10);
        shop.time().set("2026-03-12T12:00:00Z");

        assertThat(shop.membership()
                        .expiry()
                        .run(shop.anotherClub("books"), Progress.NONE)
                        .lots())
                .isZero();
        assertThat(shop.history(account)).hasSize(1);
    }

    @Test
    void a_long_run_goes_page_by_page_and_says_how_far_it_is() {
        lasting(ExpiryRule.after(Period.ofDays(10)));
        for (int i = 0; i < 230; i++) {
            shop.give(shop.account(), 1);
        }
        shop.time().set("2026-03-12T12:00:00Z");
        List<Long> told = new ArrayList<>();

        ExpiryResult result = shop.membership().expiry().run(Shop.CLUB, told::add);

        assertThat(result).isEqualTo(new ExpiryResult(230, 230, Points.of(230)));
        assertThat(told).containsExactly(200L, 230L);
    }

    @Test
    @Requirement("R23")
    void a_debt_stays_when_a_lot_expires() {
        lasting(ExpiryRule.after(Period.ofDays(10)));
        AccountId account = shop.account();
        shop.give(account, 10);
        shop.time().set("2026-03-12T12:00:00Z");
        shop.owe(account, 3);

        run();

        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(-3), Points.of(-3), Points.of(3)));
    }

    private Instant end(AccountId account) {
        return shop.lots(account).get(0).life().lapsesAt();
    }

    private ExpiryResult run() {
        return shop.membership().expiry().run(Shop.CLUB, Progress.NONE);
    }

    private void lasting(ExpiryRule rule) {
        shop.publish(club -> club.expiry(rule));
    }
}
