package org.openmembership.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.club.PointValue;
import org.openmembership.flow.Flow;
import org.openmembership.holding.HoldRequest;
import org.openmembership.ledger.HoldId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.statistics.RollForward.ExpiryMonth;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement({"B28", "B49"})
class StatisticsTest extends ShopTest {
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void an_accounts_figures_say_what_it_got_used_and_holds() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(30))));
        AccountId account = shop.account();
        shop.give(account, Points.of(100), PointKind.AWARD);
        PointEntry spent = shop.spend(account, 30);
        shop.spend(account, 20);
        shop.reverse(spent);

        Figures figures = figures(account);

        assertThat(figures.total(Flow.ADJUSTED)).isEqualTo(Points.of(100));
        assertThat(figures.used()).isEqualTo(Points.of(20));
        assertThat(figures.holdings().booked()).isEqualTo(Points.of(80));
        assertThat(figures.holdings().expiring()).isEqualTo(Points.of(80));
        assertThat(figures.holdings().accounts()).isEqualTo(1);
        assertThat(figures.yearToDate().lastAt()).isEmpty();
    }

    @Test
    @Requirement("R29")
    void held_points_are_there_and_told_apart_until_the_hold_ends() {
        AccountId account = shop.account();
        shop.give(account, 100);
        HoldId hold = new HoldId(account, ExternalKey.of("shop", "cart"));
        Membership membership = shop.membership();
        membership
                .holding()
                .place(HoldRequest.of(account, Points.of(30), hold.key()).lasting(Duration.ofMinutes(20)));

        assertThat(figures(account).holdings().held()).isEqualTo(Points.of(30));
        assertThat(figures(account).holdings().available()).isEqualTo(Points.of(70));
        assertThat(membership
                        .statistics()
                        .ofClub(Shop.CLUB, Statistics.USUAL_WINDOW)
                        .all()
                        .holdings()
                        .held())
                .isEqualTo(Points.of(30));
        shop.time().set("2026-03-01T12:20:00Z");
        assertThat(figures(account).holdings().held()).isEqualTo(Points.ZERO);
        assertThat(figures(account).holdings().available()).isEqualTo(Points.of(100));
    }

    @Test
    @Requirement("B67")
    void points_expire_within_the_window_through_the_end_of_its_last_day() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(30))));
        AccountId account = shop.account();
        shop.give(account, 100);

        assertThat(expiring(account, Period.ofDays(29))).isEqualTo(Points.ZERO);
        assertThat(expiring(account, Period.ofDays(30))).isEqualTo(Points.of(100));
    }

    @Test
    void a_members_figures_are_those_of_each_account() {
        ClubId second = shop.anotherClub("tea");
        MemberId member = shop.member();
        AccountId coffee = shop.account(member, Shop.CLUB);
        AccountId tea = shop.account(member, second);
        shop.give(coffee, 5);

        List<AccountFigures> figures = shop.membership().statistics().ofMember(member, Statistics.USUAL_WINDOW);

        assertThat(figures).extracting(AccountFigures::account).containsExactlyInAnyOrder(coffee, tea);
        assertThat(figures)
                .extracting(found -> found.figures().holdings().booked())
                .containsExactlyInAnyOrder(Points.of(5), Points.ZERO);
    }

    @Test
    void a_clubs_figures_are_the_sum_of_its_schemes() {
        AccountId first = shop.account();
        AccountId second = shop.account();
        shop.give(first, 10);
        shop.give(second, 5);
        shop.spend(second, 2);

        ClubFigures club = shop.membership().statistics().ofClub(Shop.CLUB, Statistics.USUAL_WINDOW);

        assertThat(club.all().holdings().accounts()).isEqualTo(2);
        assertThat(club.all().holdings().booked()).isEqualTo(Points.of(13));
        assertThat(club.all().used()).isEqualTo(Points.of(2));
        assertThat(club.bySchemes()).containsOnlyKeys(Shop.STANDARD);
        assertThat(club.bySchemes().get(Shop.STANDARD)).isEqualTo(club.all());
    }

    @Test
    @Requirement("I1")
    void a_roll_forward_leads_from_opening_to_closing_in_points_and_money() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(40))));
        AccountId account = shop.account();
        shop.give(account, 100);
        shop.time().set(APRIL.toString());
        shop.spend(account, 30);
        shop.give(account, 8);
        shop.time().set("2026-04-20T00:00:00Z");
        shop.membership().expiry().run(Shop.CLUB, Progress.NONE);

        RollForward april = shop.membership().statistics().rollForward(Shop.CLUB, APRIL, MAY);

        assertThat(april.opening().points()).isEqualTo(Points.of(100));
        assertThat(april.flow(Flow.REDEEMED).points()).isEqualTo(Points.of(-30));
        assertThat(april.flow(Flow.ADJUSTED).points()).isEqualTo(Points.of(8));
        assertThat(april.flow(Flow.EXPIRED).points()).isEqualTo(Points.of(-70));
        assertThat(april.flow(Flow.EARNED).entries()).isZero();
        assertThat(april.closing().points()).isEqualTo(Points.of(8));
        assertThat(april.closing().value()).isEqualTo(euros("0.08"));
        assertThat(april.revaluation().isZero()).isTrue();
        assertThat(april.reconciles()).isTrue();
        assertThat(april.outstanding())
                .containsExactly(new ExpiryMonth(YearMonth.of(2026, 5), Points.of(8), euros("0.08")));
    }

    @Test
    @Requirement("R31")
    void a_new_value_of_a_point_shows_as_revaluation() {
        AccountId account = shop.account();
        shop.give(account, 100);
        shop.time().set("2026-04-10T00:00:00Z");
        shop.publish(club -> club.pointValue(PointValue.of(CurrencyUnit.EUR, "0.02")));
        shop.spend(account, 10);

        RollForward april = shop.membership().statistics().rollForward(Shop.CLUB, APRIL, MAY);

        assertThat(april.opening().value()).isEqualTo(euros("1"));
        assertThat(april.flow(Flow.REDEEMED).value()).isEqualByComparingTo("-0.2");
        assertThat(april.closing().value()).isEqualTo(euros("1.8"));
        assertThat(april.revaluation().isEqual(euros("1"))).isTrue();
    }

    @Test
    void debts_are_taken_off_what_a_club_owes_and_named() {
        AccountId account = shop.account();
        shop.owe(account, 25);
        shop.give(shop.account(), 100);

        RollForward all = shop.membership().statistics().rollForward(Shop.CLUB, Instant.EPOCH, MAY);

        assertThat(all.closing().points()).isEqualTo(Points.of(75));
        assertThat(all.debt()).isEqualTo(Points.of(25));
        assertThat(all.outstanding()).containsExactly(new ExpiryMonth(null, Points.of(100), euros("1")));
        assertThat(all.reconciles()).isTrue();
    }

    @Test
    void breakage_is_expected_as_points_ended_before() {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(10))));
        AccountId account = shop.account();
        shop.give(account, 40);
        shop.spend(account, 30);
        shop.time().set("2026-04-01T00:00:00Z");
        shop.membership().expiry().run(Shop.CLUB, Progress.NONE);
        shop.give(account, Points.of(new BigDecimal("1.01")), PointKind.AWARD);

        Breakage breakage = shop.membership().statistics().expectedBreakage(Shop.CLUB, Instant.EPOCH);

        assertThat(breakage.lapsed()).isEqualTo(Points.of(10));
        assertThat(breakage.used()).isEqualTo(Points.of(30));
        assertThat(breakage.expected()).isEqualTo(Points.of(new BigDecimal("0.25")));
        assertThat(breakage.value()).isEqualTo(euros("0.0025"));
    }

    @Test
    void nothing_is_expected_where_nothing_ended() {
        shop.give(shop.account(), 40);

        assertThat(shop.membership()
                        .statistics()
                        .expectedBreakage(Shop.CLUB, Instant.EPOCH)
                        .expected())
                .isEqualTo(Points.ZERO);
    }

    @Test
    void unknown_accounts_have_no_figures_and_unknown_clubs_are_refused() {
        Statistics statistics = shop.membership().statistics();

        assertThat(statistics.ofAccount(AccountId.of("nobody"), Statistics.USUAL_WINDOW))
                .isEmpty();
        assertThat(statistics.ofMember(MemberId.of("nobody"), Statistics.USUAL_WINDOW))
                .isEmpty();
        assertThatThrownBy(() -> statistics.rollForward(ClubId.of("none"), APRIL, MAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> statistics.rollForward(Shop.CLUB, MAY, APRIL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Figures figures(AccountId account) {
        return shop.membership()
                .statistics()
                .ofAccount(account, Statistics.USUAL_WINDOW)
                .orElseThrow()
                .figures();
    }

    private Points expiring(AccountId account, Period window) {
        return shop.membership()
                .statistics()
                .ofAccount(account, window)
                .orElseThrow()
                .figures()
                .holdings()
                .expiring();
    }

    private static BigMoney euros(String amount) {
        return BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
