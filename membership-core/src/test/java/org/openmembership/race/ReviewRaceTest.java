package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointKind;
import org.openmembership.periodic.Progress;
import org.openmembership.review.ReviewOptions;
import org.openmembership.review.ReviewResult;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** Several nodes that review the same club at once come to what one would. */
@Requirement({"R45", "R32", "I23"})
class ReviewRaceTest extends ShopTest {
    private static final int ACCOUNTS = 12;
    private static final int REVIEWERS = 4;

    @Test
    void reviewers_at_once_move_each_account_once() throws InterruptedException {
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            AccountId account = shop.account();
            shop.give(account, Points.of(i % 2 == 0 ? 100 : 500), PointKind.AWARD);
            accounts.add(account);
        }
        shop.time().advance(Duration.ofDays(1));

        List<ReviewResult> results =
                Tills.atOnce(reviewer -> reviewer < REVIEWERS ? review(3) : sell(accounts, reviewer));

        assertThat(results.stream().mapToLong(ReviewResult::moved).sum()).isLessThanOrEqualTo(ACCOUNTS);
        for (int i = 0; i < ACCOUNTS; i++) {
            assertThat(shop.row(accounts.get(i)).scheme()).isEqualTo(i % 2 == 0 ? Shop.SILVER : Shop.GOLD);
            assertThat(shop.membership().review().history(accounts.get(i))).hasSize(2);
        }
    }

    /** Tills go on meanwhile, with points that do not count. */
    private ReviewResult sell(List<AccountId> accounts, int till) {
        shop.give(accounts.get(till % ACCOUNTS), 1);
        return new ReviewResult(0, List.of(), true);
    }

    private ReviewResult review(int pageSize) {
        return Together.patiently(() -> shop.membership()
                .review()
                .run(Shop.CLUB, new ReviewOptions(false, Long.MAX_VALUE, pageSize), Progress.NONE));
    }
}
