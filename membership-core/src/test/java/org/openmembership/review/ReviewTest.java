package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.PointKind;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.ledger.PointEntry;
import org.openmembership.review.ReviewResult.MoveCount;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

@Requirement({"B2", "B51", "R41", "R42"})
class ReviewTest extends ReviewStage {
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
    @Requirement("R42")
    void after_a_sale_an_account_can_be_raised_at_once_though_it_is_not_due_and_never_falls_by_that() {
        AccountId account = shop.account();
        PointEntry given = award(account, 100);

        assertThat(run().accounts()).isZero();
        assertThat(shop.membership().review().raise(account)).isPresent();
        assertThat(scheme(account)).isEqualTo(Shop.SILVER);
        shop.reverse(given);
        shop.membership().review().raise(account);
        assertThat(scheme(account)).isEqualTo(Shop.SILVER);
        assertThat(shop.membership().review().history(account)).hasSize(2);
        assertThat(shop.membership().review().raise(AccountId.of("nobody"))).isEmpty();
        tomorrow();
        run();
        assertThat(scheme(account)).isEqualTo(Shop.STANDARD);
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
}
