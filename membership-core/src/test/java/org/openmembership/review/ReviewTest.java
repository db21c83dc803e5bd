package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.account.SchemePin;
import org.openmembership.club.ClubId;
import org.openmembership.club.PointKind;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.ledger.PointEntry;
import org.openmembership.periodic.Progress;
import org.openmembership.review.ReviewResult.MoveCount;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement({"B2", "B51", "R41", "R42"})
class ReviewTest extends ShopTest {

    @Test
    @Requirement("B52")
    void an_account_whose_points_reach_a_threshold_moves_up() {
        AccountId account = shop.account();
        award(account, 100);
        tomorrow();

        ReviewResult result = run();

        assertThat(result).isEqualTo(new ReviewResult(1, List.of(new MoveCount(Shop.STANDARD, Shop.SILVER, 1)), true));
        assertThat(scheme(account)).isEqualTo(Shop.SILVER);
        assertThat(shop.membership().review().history(account))
                .extracting(SchemeMove::change, SchemeMove::number)
                .containsExactly(
                        tuple(new SchemeMove.Change(null, Shop.STANDARD), 1),
                        tuple(new SchemeMove.Change(Shop.STANDARD, Shop.SILVER), 2));
        assertThat(lastMove(account).cause())
                .isEqualTo(new SchemeMove.Cause(SchemeMove.Cause.Kind.REVIEW, new BigDecimal("100.00")));
        assertThat(lastMove(account).when())
                .isEqualTo(new SchemeMove.When(shop.time().instant(), LocalDate.of(2026, 3, 2)));
    }

    @Test
    void a_hundredth_less_does_not() {
        AccountId account = shop.account();
        shop.give(account, Points.of(new BigDecimal("99.99")), PointKind.AWARD);
        tomorrow();
        run();

        assertThat(scheme(account)).isEqualTo(Shop.STANDARD);
    }

    @Test
    void steps_are_skipped_when_the_higher_threshold_is_met() {
        AccountId account = shop.account();
        award(account, 500);
        tomorrow();
        run();

        assertThat(scheme(account)).isEqualTo(Shop.GOLD);
    }

    @Test
    @Requirement("I23")
    void spending_points_never_demotes_and_points_stay_as_they_are() {
        AccountId account = shop.account();
        award(account, 500);
        tomorrow();
        run();
        shop.spend(account, 500);
        tomorrow();
        run();

        assertThat(scheme(account)).isEqualTo(Shop.GOLD);
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
    }

    @Test
    void points_on_other_grounds_do_not_count() {
        AccountId account = shop.account();
        shop.give(account, 500);
        tomorrow();
        run();

        assertThat(scheme(account)).isEqualTo(Shop.STANDARD);
    }

    @Test
    void points_that_were_taken_back_do_not_count() {
        AccountId account = shop.account();
        PointEntry given = award(account, 500);
        shop.reverse(given);
        tomorrow();
        run();

        assertThat(scheme(account)).isEqualTo(Shop.STANDARD);
    }

    @Test
    void between_keep_and_entry_an_account_stays_where_it_is() {
        AccountId account = shop.account();
        award(account, 500);
        tomorrow();
        run();
        AccountId newcomer = shop.account();
        shop.time().set("2026-06-01T12:00:00Z");
        award(account, 300);
        award(newcomer, 300);
        shop.time().set("2027-03-01T12:00:00Z");
        run();

        assertThat(scheme(account)).isEqualTo(Shop.GOLD);
        assertThat(scheme(newcomer)).isEqualTo(Shop.SILVER);
    }

    @Test
    void below_the_keep_threshold_it_falls_to_what_is_met() {
        AccountId account = goldAccountThatLaterHas(299);

        assertThat(scheme(account)).isEqualTo(Shop.SILVER);
    }

    @Test
    void or_to_the_first_scheme_where_nothing_is_met() {
        AccountId account = goldAccountThatLaterHas(59);

        assertThat(scheme(account)).isEqualTo(Shop.STANDARD);
    }

    @Test
    void by_the_clubs_choice_only_one_step() {
        terms(new Window.Rolling(Period.ofYears(1)), Downgrade.ONE_STEP);

        assertThat(scheme(goldAccountThatLaterHas(1))).isEqualTo(Shop.SILVER);
    }

    @Test
    void or_never() {
        terms(new Window.Rolling(Period.ofYears(1)), Downgrade.NEVER);

        assertThat(scheme(goldAccountThatLaterHas(1))).isEqualTo(Shop.GOLD);
    }

    private AccountId goldAccountThatLaterHas(long points) {
        AccountId account = shop.account();
        award(account, 500);
        tomorrow();
        run();
        assertThat(scheme(account)).isEqualTo(Shop.GOLD);
        shop.time().set("2026-06-01T12:00:00Z");
        award(account, points);
        shop.time().set("2027-03-01T12:00:00Z");
        run();
        return account;
    }

    @Test
    @Requirement("R41")
    void a_rolling_window_counts_the_days_of_its_period_up_to_today() {
        terms(new Window.Rolling(Period.ofDays(10)), Downgrade.TO_WHAT_IS_MET);
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2026-03-10T22:59:00Z")).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2026-03-10T23:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("R41")
    void a_calendar_year_begins_in_january_in_the_clubs_zone() {
        terms(new Window.CalendarYear(), Downgrade.TO_WHAT_IS_MET);
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2026-12-31T22:59:00Z")).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2026-12-31T23:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement({"A41", "R41"})
    void a_member_year_begins_on_the_anniversary_of_the_account() {
        terms(new Window.MemberYear(), Downgrade.TO_WHAT_IS_MET);
        shop.time().set("2026-05-20T10:00:00Z");
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2027-05-19T12:00:00Z")).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2027-05-20T12:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("R41")
    void a_lifetime_never_ends() {
        terms(new Window.Lifetime(), Downgrade.TO_WHAT_IS_MET);
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2046-03-10T23:00:00Z")).isEqualTo(Shop.SILVER);
    }

    private SchemeId schemeAfterReviewAt(AccountId account, String instant) {
        shop.time().set(instant);
        run();
        return scheme(account);
    }

    @Test
    @Requirement("B51")
    void an_account_is_looked_at_as_often_as_the_club_says() {
        shop.publish(club -> club.review(new ReviewTerms(
                Measure.AWARD_POINTS,
                new Window.Rolling(Period.ofYears(1)),
                Downgrade.TO_WHAT_IS_MET,
                Period.ofMonths(1))));
        AccountId account = shop.account();
        award(account, 100);

        assertThat(schemeAfterReviewAt(account, "2026-03-31T12:00:00Z")).isEqualTo(Shop.STANDARD);
        assertThat(schemeAfterReviewAt(account, "2026-04-01T12:00:00Z")).isEqualTo(Shop.SILVER);
    }

    @Test
    @Requirement({"R45", "I23"})
    void a_second_run_of_the_day_finds_nothing_due() {
        AccountId account = shop.account();
        award(account, 100);
        tomorrow();
        run();

        assertThat(run()).isEqualTo(new ReviewResult(0, List.of(), true));
        assertThat(shop.membership().review().history(account)).hasSize(2);
    }

    @Test
    @Requirement("R45")
    void a_dry_run_counts_the_moves_and_makes_none() {
        AccountId account = shop.account();
        award(account, 100);
        shop.account();
        tomorrow();

        ReviewResult dry = shop.membership().review().run(Shop.CLUB, ReviewOptions.DRY_RUN, Progress.NONE);

        assertThat(dry).isEqualTo(new ReviewResult(2, List.of(new MoveCount(Shop.STANDARD, Shop.SILVER, 1)), true));
        assertThat(scheme(account)).isEqualTo(Shop.STANDARD);
        assertThat(run().moves()).isEqualTo(dry.moves());
    }

    @Test
    @Requirement("R45")
    void a_run_that_would_move_more_than_its_cap_moves_nothing_more() {
        for (int i = 0; i < 3; i++) {
            award(shop.account(), 100);
        }
        tomorrow();

        ReviewResult capped = shop.membership().review().run(Shop.CLUB, new ReviewOptions(false, 2), Progress.NONE);
        ReviewResult enough = shop.membership().review().run(Shop.CLUB, new ReviewOptions(false, 3), Progress.NONE);

        assertThat(capped).isEqualTo(new ReviewResult(0, List.of(), false));
        assertThat(enough.moved()).isEqualTo(3);
    }

    @Test
    void a_closed_account_is_not_looked_at() {
        AccountId account = shop.account();
        award(account, 100);
        shop.closeAccount(account);
        tomorrow();

        assertThat(run().accounts()).isZero();
    }

    @Test
    @Requirement("R44")
    void a_pinned_account_stays_while_the_pin_holds() {
        AccountId account = shop.account();
        shop.membership()
                .review()
                .pin(account, Shop.GOLD, new SchemePin(ReasonCode.of("vip"), LocalDate.of(2026, 3, 10)));

        assertThat(lastMove(account).cause().kind()).isEqualTo(SchemeMove.Cause.Kind.BY_HAND);
        assertThat(schemeAfterReviewAt(account, "2026-03-10T22:59:00Z")).isEqualTo(Shop.GOLD);
        assertThat(schemeAfterReviewAt(account, "2026-03-10T23:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("R44")
    void pinning_again_changes_nothing_and_unpinning_leaves_the_next_review_to_decide() {
        AccountId account = shop.account();
        SchemePin pin = new SchemePin(ReasonCode.of("vip"), null);
        shop.membership().review().pin(account, Shop.GOLD, pin);
        long version = shop.row(account).version();
        shop.membership().review().pin(account, Shop.GOLD, pin);

        assertThat(shop.row(account).version()).isEqualTo(version);
        assertThat(shop.membership().review().history(account)).hasSize(2);
        shop.membership().review().unpin(account);
        assertThat(scheme(account)).isEqualTo(Shop.GOLD);
        tomorrow();
        run();
        assertThat(scheme(account)).isEqualTo(Shop.STANDARD);
    }

    @Test
    void only_schemes_of_the_club_and_known_accounts_are_pinned() {
        AccountId account = shop.account();
        SchemePin pin = new SchemePin(ReasonCode.of("vip"), null);

        assertThatThrownBy(() -> shop.membership().review().pin(account, SchemeId.of("platinum"), pin))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(shop.membership().review().pin(AccountId.of("nobody"), Shop.GOLD, pin))
                .isEmpty();
    }

    @Test
    void a_club_that_is_not_published_cannot_be_reviewed() {
        assertThatThrownBy(() -> shop.membership().review().run(ClubId.of("none"), ReviewOptions.ALL, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accounts_are_counted_by_scheme() {
        AccountId account = shop.account();
        shop.account();
        award(account, 500);
        tomorrow();
        run();

        assertThat(shop.membership().review().counts(Shop.CLUB))
                .containsEntry(Shop.STANDARD, 1L)
                .containsEntry(Shop.GOLD, 1L)
                .hasSize(2);
    }

    @Test
    @Requirement("A40")
    void a_scheme_without_thresholds_is_never_moved_into_nor_out_of() {
        shop.publish(club -> club.schemes(List.of(Scheme.byHand("friends", "Friends", 9))));
        AccountId account = shop.account();
        AccountId friend = shop.account();
        award(account, 1_000_000);
        shop.membership()
                .review()
                .pin(friend, SchemeId.of("friends"), new SchemePin(ReasonCode.of("vip"), LocalDate.of(2026, 3, 1)));
        tomorrow();
        run();

        assertThat(scheme(account)).isEqualTo(Shop.GOLD);
        assertThat(scheme(friend)).isEqualTo(SchemeId.of("friends"));
    }

    private PointEntry award(AccountId account, long points) {
        return shop.give(account, Points.of(points), PointKind.AWARD);
    }

    private void tomorrow() {
        shop.time().advance(Duration.ofDays(1));
    }

    private ReviewResult run() {
        return shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);
    }

    private SchemeId scheme(AccountId account) {
        return shop.row(account).scheme();
    }

    private SchemeMove lastMove(AccountId account) {
        List<SchemeMove> moves = shop.membership().review().history(account);
        return moves.get(moves.size() - 1);
    }

    private void terms(Window window, Downgrade downgrade) {
        shop.publish(club -> club.review(new ReviewTerms(Measure.AWARD_POINTS, window, downgrade, Period.ofDays(1))));
    }
}
