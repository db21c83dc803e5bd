package org.openmembership.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.EventRule;
import org.openmembership.club.PointKind;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeTerms;
import org.openmembership.club.Tenure;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.periodic.Progress;
import org.openmembership.review.ReviewOptions;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Fifty points ten days after silver, a hundred after gold, five for holding on. Both hold for 30 days. */
@Requirement("D34")
class SchemeRewardTest extends ShopTest {
    private AccountId account;

    @BeforeEach
    void moves_are_rewarded() {
        SchemeTerms month = SchemeTerms.DEFAULT.holding(new Tenure.For(Period.ofDays(30)));
        shop.publish(shop.coffee(List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, "100", "60").with(month),
                        Scheme.from("gold", "Gold", 3, "500", "300").with(month)))
                .review(new ReviewTerms(
                                Measure.AWARD_POINTS,
                                new Window.Rolling(Period.ofDays(40)),
                                Downgrade.TO_WHAT_IS_MET,
                                Period.ofDays(1))
                        .rewardedAfter(10))
                .events(
                        EventRule.of("to-silver", EventRule.UPGRADE, 50).only(Shop.SILVER),
                        EventRule.of("to-gold", EventRule.UPGRADE, 100).only(Shop.GOLD),
                        EventRule.of("held-on", EventRule.EXTENSION, 5))
                .build());
        account = shop.account();
    }

    @Test
    void an_upgrade_gives_its_points_once_when_it_is_so_many_days_old() {
        PointEntry earned = award(account, 100);
        reviewedOn("2026-03-02");
        assertThat(rewardedOn("2026-03-11", 0)).isEqualTo(new RewardResult(0, Points.ZERO));

        assertThat(rewardedOn("2026-03-12", 0)).isEqualTo(new RewardResult(1, Points.of(50)));

        assertThat(rewardedOn("2026-03-12", 5)).isEqualTo(new RewardResult(0, Points.ZERO));
        assertThat(rewardedOn("2026-03-15", 20)).isEqualTo(new RewardResult(0, Points.ZERO));
        PointEntry entry = shop.history(account).get(1);
        assertThat(shop.history(account)).hasSize(2).startsWith(earned);
        assertThat(entry.kind()).isEqualTo(EntryKind.POSITIVE_ADJUSTMENT);
        assertThat(entry.cause().origin().reason()).isEqualTo(EventRule.UPGRADE);
        assertThat(shop.membership()
                        .statements()
                        .explain(entry.id())
                        .orElseThrow()
                        .earning()
                        .receipt())
                .containsExactly("UPGRADE (to-silver): 50", "= 50 points");
    }

    @Test
    void a_run_that_failed_for_days_is_made_up_for() {
        award(account, 500);
        reviewedOn("2026-03-02");

        assertThat(rewardedOn("2026-03-14", 1)).isEqualTo(new RewardResult(0, Points.ZERO));
        assertThat(rewardedOn("2026-03-14", 2)).isEqualTo(new RewardResult(1, Points.of(100)));
    }

    @Test
    void what_was_lost_or_surpassed_meanwhile_gives_nothing() {
        AccountId climbing = shop.account();
        PointEntry lost = award(account, 100);
        award(climbing, 100);
        reviewedOn("2026-03-02");
        shop.reverse(lost);
        award(climbing, 400);
        reviewedOn("2026-03-03");
        reviewedOn("2026-04-01");
        assertThat(shop.row(account).scheme()).isEqualTo(Shop.STANDARD);

        assertThat(rewardedOn("2026-04-01", 40)).isEqualTo(new RewardResult(1, Points.of(100)));
    }

    @Test
    void holding_on_is_rewarded_too_and_falling_is_not() {
        AccountId falling = shop.account();
        award(account, 100);
        award(falling, 100);
        reviewedOn("2026-03-02");
        shop.time().set("2026-03-25T12:00:00Z");
        award(account, 60);
        reviewedOn("2026-04-01");

        assertThat(rewardedOn("2026-04-11", 0)).isEqualTo(new RewardResult(2, Points.of(10)));
        reviewedOn("2026-05-01");
        assertThat(shop.row(falling).scheme()).isEqualTo(Shop.STANDARD);
        assertThat(rewardedOn("2026-05-11", 0)).isEqualTo(new RewardResult(1, Points.of(5)));
    }

    @Test
    void a_club_that_has_nothing_for_moves_gives_nothing_and_wrong_days_are_told() {
        shop.publish(club -> club);
        award(account, 500);
        reviewedOn("2026-03-02");

        assertThat(rewardedOn("2026-03-20", 30)).isEqualTo(new RewardResult(0, Points.ZERO));
        Earning earning = shop.membership().earning();
        assertThatThrownBy(() -> earning.schemeRewards(Shop.CLUB, 367, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> earning.schemeRewards(ClubId.of("nowhere"), 0, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private PointEntry award(AccountId to, long points) {
        return shop.give(to, Points.of(points), PointKind.AWARD);
    }

    private void reviewedOn(String day) {
        shop.time().set(day + "T12:00:00Z");
        shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);
    }

    private RewardResult rewardedOn(String day, int days) {
        shop.time().set(day + "T13:00:00Z");
        return shop.membership().earning().schemeRewards(Shop.CLUB, days, Progress.NONE);
    }
}
