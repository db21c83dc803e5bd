package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.PointKind;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.periodic.Progress;
import org.openmembership.review.ReviewOptions;
import org.openmembership.review.ReviewResult;
import org.openmembership.shared.Points;
import org.openmembership.testing.Merges;
import org.openmembership.testing.Rounds;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** Accounts are reviewed while they are merged; ten times each, on every storage. */
@Requirement({"R16", "R32", "R45", "I23"})
final class MergeReviewRaceTest extends ShopTest {
    @Test
    void an_account_that_is_reviewed_while_another_is_merged_into_it_comes_to_what_both_have_earned() {
        Rounds.each(round -> {
            MemberId ada = shop.member();
            MemberId eve = shop.member();
            AccountId into = earned(ada, 120);
            AccountId from = earned(eve, 450);
            shop.time().advance(Duration.ofDays(1));
            MergeRequest merge = new Merges(shop).of(ada, eve);

            List<Object> results = Together.<Object>atOnce(
                    List.of(this::review, () -> shop.membership().merging().merge(merge), this::review));

            assertThat(results.get(1)).isInstanceOf(Merged.class);
            assertThat(shop.row(from).isClosed()).isTrue();
            assertChained(from);
            shop.time().advance(Duration.ofDays(1));
            review();
            assertThat(shop.row(into).scheme()).as("%s", results).isEqualTo(Shop.GOLD);
            assertThat(shop.balance(into).booked()).isEqualTo(Points.of(570));
            assertChained(into);
        });
    }

    @Test
    void an_account_that_is_reviewed_while_it_changes_hands_is_moved_once() {
        Rounds.each(round -> {
            MemberId ada = shop.member();
            MemberId eve = shop.member();
            AccountId account = earned(eve, 120);
            shop.time().advance(Duration.ofDays(1));
            MergeRequest merge = new Merges(shop).of(ada, eve);

            List<Object> results = Together.<Object>atOnce(
                    List.of(this::review, () -> shop.membership().merging().merge(merge), this::review));

            assertThat(results.get(1)).isInstanceOf(Merged.class);
            assertThat(shop.row(account).owner().mainMember()).isEqualTo(ada);
            shop.time().advance(Duration.ofDays(1));
            review();
            assertThat(shop.row(account).scheme()).isEqualTo(Shop.SILVER);
            assertThat(moves(account)).hasSize(2);
            assertChained(account);
        });
    }

    private AccountId earned(MemberId member, long points) {
        AccountId account = shop.account(member, Shop.CLUB);
        shop.give(account, Points.of(points), PointKind.AWARD);
        return account;
    }

    private ReviewResult review() {
        return Together.patiently(() ->
                shop.membership().review().run(Shop.CLUB, new ReviewOptions(false, Long.MAX_VALUE, 3), Progress.NONE));
    }

    private List<SchemeMove> moves(AccountId account) {
        return shop.membership().review().history(account);
    }

    /** Each move begins where the one before has ended, and the last ended where the account stands. */
    private void assertChained(AccountId account) {
        List<SchemeId> from = new ArrayList<>();
        List<SchemeId> to = new ArrayList<>();
        for (SchemeMove move : moves(account)) {
            if (move.change().from() != null) {
                from.add(move.change().from());
            }
            to.add(move.change().to());
        }
        assertThat(from).isEqualTo(to.subList(0, from.size()));
        assertThat(to.get(to.size() - 1)).isEqualTo(shop.row(account).scheme());
    }
}
