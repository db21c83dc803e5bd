package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeMove;
import org.openmembership.club.ExpiryRule;
import org.openmembership.club.PointKind;
import org.openmembership.club.ReviewTerms;
import org.openmembership.holding.HoldRequest;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.periodic.Progress;
import org.openmembership.review.ReviewOptions;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.warning.WarningWindow;

/** All periodic work at once: on several nodes, and cut off in the middle, every account changes once. */
@Requirement({"B54", "R25", "R32", "R45"})
class PeriodicWorkTest extends ShopTest {
    /** More than one page of each. */
    private static final int ACCOUNTS = 210;

    private static final List<BiConsumer<Membership, Progress>> WORK = List.of(
            (node, progress) -> node.expiry().run(Shop.CLUB, progress),
            (node, progress) -> node.warnings().run(Shop.CLUB, WarningWindow.withinDays(20), progress),
            (node, progress) -> node.review().run(Shop.CLUB, ReviewOptions.ALL, progress),
            (node, progress) -> node.refresh().run(Shop.CLUB, progress));

    @Test
    void two_nodes_that_run_all_of_it_at_once_change_every_account_once() throws InterruptedException {
        List<AccountId> accounts = accounts(24);
        Membership here = shop.membership();
        Membership there = shop.over(shop.storage(), "b-").open();

        Tills.atOnce(till -> {
            BiConsumer<Membership, Progress> work = WORK.get(till / 2 % WORK.size());
            return Tills.patiently(() -> {
                work.accept(till % 2 == 0 ? here : there, Progress.NONE);
                return till;
            });
        });

        requireEachOnce(accounts);
    }

    @Test
    void work_that_is_cut_off_goes_on_where_it_was() {
        boolean isSmall = shop.engine() == Engine.IN_MEMORY || shop.engine() == Engine.SQLITE;
        assumeTrue(isSmall, "more than a page of accounts, which takes long on a server");
        List<AccountId> accounts = accounts(ACCOUNTS);

        for (BiConsumer<Membership, Progress> work : WORK) {
            assertThatThrownBy(() -> work.accept(shop.membership(), done -> {
                        throw new IllegalStateException("the node went down after " + done);
                    }))
                    .hasMessageStartingWith("the node went down");
        }
        WORK.forEach(work -> work.accept(shop.membership(), Progress.NONE));

        requireEachOnce(accounts);
    }

    @Test
    @Requirement({"R23", "R29"})
    void refreshed_rows_answer_by_themselves_until_the_next_change() {
        List<AccountId> accounts = accounts(2);

        assertThat(shop.membership().refresh().run(Shop.CLUB, Progress.NONE).accounts())
                .isEqualTo(2);

        for (AccountId account : accounts) {
            assertThat(shop.row(account).head().answersAt(shop.time().instant()))
                    .isTrue();
            assertThat(shop.row(account).head().available()).isEqualTo(Points.of(200));
            assertThat(shop.available(account)).isEqualTo(Points.of(200));
            assertThat(shop.history(account)).hasSize(2);
        }
        assertThat(shop.membership().refresh().run(Shop.CLUB, Progress.NONE).accounts())
                .isZero();
    }

    /** Each with 100 points that have lapsed, 200 that lapse soon, a hold whose time is over, and enough for silver. */
    private List<AccountId> accounts(int number) {
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            accounts.add(shop.account());
        }
        lasting(10);
        accounts.forEach(account -> shop.give(account, Points.of(100), PointKind.AWARD));
        lasting(30);
        accounts.forEach(account -> {
            shop.give(account, Points.of(200), PointKind.AWARD);
            shop.membership()
                    .holding()
                    .place(HoldRequest.of(account, Points.of(150), ExternalKey.of("shop", "cart-" + account))
                            .lasting(Duration.ofMinutes(5)));
        });
        shop.time().set("2026-03-15T12:00:00Z");
        return accounts;
    }

    private void lasting(int days) {
        shop.publish(club -> club.expiry(ExpiryRule.after(Period.ofDays(days)))
                .review(new ReviewTerms(
                        ReviewTerms.Measure.AWARD_POINTS,
                        new ReviewTerms.Window.Rolling(Period.ofYears(1)),
                        ReviewTerms.Downgrade.NEVER,
                        Period.ofDays(1))));
        shop.time().set(shop.time().instant().plus(Duration.ofSeconds(1)));
    }

    private void requireEachOnce(List<AccountId> accounts) {
        Instant now = shop.time().instant();
        for (AccountId account : accounts) {
            assertThat(shop.history(account))
                    .extracting(PointEntry::kind)
                    .containsExactly(EntryKind.POSITIVE_ADJUSTMENT, EntryKind.POSITIVE_ADJUSTMENT, EntryKind.EXPIRY);
            assertThat(shop.membership().warnings().of(account)).hasSize(1);
            assertThat(shop.membership().review().history(account))
                    .extracting(SchemeMove::number)
                    .containsExactly(1, 2);
            assertThat(shop.row(account).head().answersAt(now)).isTrue();
            assertThat(shop.available(account)).isEqualTo(Points.of(200));
        }
    }
}
