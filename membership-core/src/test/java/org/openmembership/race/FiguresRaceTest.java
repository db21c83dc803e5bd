package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.shared.Points;
import org.openmembership.statistics.Figures;
import org.openmembership.statistics.RollForward;
import org.openmembership.statistics.Statistics;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** Sums that are read while tills post: what came in less what went out is what is there, in every answer. */
@Requirement({"I30", "B28", "B49"})
class FiguresRaceTest extends ShopTest {
    @Test
    void figures_and_roll_forward_reconcile_while_tills_post() throws InterruptedException {
        AccountId account = shop.account();
        AccountId other = shop.account();
        ConcurrentLinkedQueue<Figures> read = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<RollForward> rolled = new ConcurrentLinkedQueue<>();
        Statistics statistics = shop.membership().statistics();

        Tills.atOnce(till -> {
            for (int i = 0; i < 4; i++) {
                if (till % 4 == 0) {
                    read.add(Tills.patiently(() -> statistics
                            .ofAccount(account, Statistics.USUAL_WINDOW)
                            .orElseThrow()
                            .figures()));
                    read.add(Tills.patiently(() -> statistics
                            .ofClub(Shop.CLUB, Statistics.USUAL_WINDOW)
                            .all()));
                    rolled.add(Tills.patiently(
                            () -> statistics.rollForward(Shop.CLUB, Instant.EPOCH, ExpiryRule.FOREVER)));
                } else {
                    Tills.patiently(() -> shop.give(till % 2 == 0 ? account : other, 3));
                }
            }
            return till;
        });

        assertThat(read)
                .hasSize(32)
                .allSatisfy(
                        figures -> assertThat(figures.flows().values().stream().reduce(Points.ZERO, Points::plus))
                                .isEqualTo(figures.holdings().booked())
                                .isEqualTo(figures.holdings().available()));
        assertThat(rolled).hasSize(16).allMatch(RollForward::reconciles);
        assertThat(statistics
                        .ofClub(Shop.CLUB, Statistics.USUAL_WINDOW)
                        .all()
                        .holdings()
                        .booked())
                .isEqualTo(Points.of(144));
    }
}
