package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.periodic.Progress;
import org.openmembership.review.ReviewResult.MoveCount;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

@Requirement({"B51", "R45"})
class ReviewRunTest extends ReviewStage {
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
    void a_run_moves_as_many_as_its_cap_allows_and_says_that_there_are_more() {
        for (int i = 0; i < 3; i++) {
            award(shop.account(), 100);
        }
        tomorrow();

        ReviewResult capped = shop.membership().review().run(Shop.CLUB, new ReviewOptions(false, 2), Progress.NONE);
        ReviewResult enough = shop.membership().review().run(Shop.CLUB, new ReviewOptions(false, 3), Progress.NONE);

        assertThat(capped).isEqualTo(new ReviewResult(2, List.of(new MoveCount(Shop.STANDARD, Shop.SILVER, 2)), false));
        assertThat(enough).isEqualTo(new ReviewResult(1, List.of(new MoveCount(Shop.STANDARD, Shop.SILVER, 1)), true));
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
}
