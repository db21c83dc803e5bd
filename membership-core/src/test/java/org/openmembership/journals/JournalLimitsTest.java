package org.openmembership.journals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.adjustment.AdjustmentRequest;
import org.openmembership.adjustment.AdjustmentResult;
import org.openmembership.adjustment.AdjustmentResult.Adjusted;
import org.openmembership.adjustment.AdjustmentResult.NeedsApproval;
import org.openmembership.journals.JournalResult.Posted;
import org.openmembership.journals.JournalResult.Refused;
import org.openmembership.shared.Actor;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** A journal is no way round the limits of adjustments: both are on one account of whoever makes them. */
@Requirement({"S17", "B44"})
final class JournalLimitsTest extends ShopTest {
    private static final Actor CLERK = Actor.staff("clerk-1");

    private Membership strict;
    private AccountId ada;
    private AccountId eve;

    @BeforeEach
    void clerks_adjust_up_to_a_hundred_points_a_day_and_sixty_at_once() {
        strict = shop.over(shop.storage(), "strict-")
                .zone(ZoneId.of("Europe/Berlin"))
                .adjustmentLimits(actor -> actor.equals(CLERK) ? Points.of(60) : null)
                .dailyAdjustmentLimits(actor -> actor.equals(CLERK) ? Points.of(100) : null)
                .accessPolicy((actor, permission, subject) -> true)
                .open();
        ada = shop.account();
        eve = shop.account();
    }

    @Test
    void what_journals_and_adjustments_add_and_take_in_a_day_counts_together() {
        assertThat(adjust(50)).isInstanceOf(Adjusted.class);

        assertThat(post(30, 30)).isEqualTo(needsApproval(2));
        assertThat(shop.available(eve)).isEqualTo(Points.ZERO);
        assertThat(post(30, 10)).isInstanceOf(Posted.class);
        assertThat(post(-5, -5)).isInstanceOf(Posted.class);

        assertThat(post(1)).isEqualTo(needsApproval(1));
        assertThat(adjust(1)).isInstanceOf(NeedsApproval.class);
    }

    @Test
    void many_small_journals_are_not_less_than_a_large_one() {
        assertThat(post(60)).isInstanceOf(Posted.class);
        assertThat(post(20)).isInstanceOf(Posted.class);
        assertThat(post(20)).isInstanceOf(Posted.class);

        assertThat(post(20)).isEqualTo(needsApproval(1));
    }

    @Test
    @Requirement("B45")
    void opening_balances_count_too() {
        List<JournalLine> lines = Stream.of(60, 60)
                .map(points -> JournalLine.opening(shop.account(), Points.of(points)))
                .toList();

        assertThat(by(CLERK).post(JournalRequest.opening(Shop.CLUB, lines, shop.key())))
                .isEqualTo(needsApproval(2));
    }

    @Test
    @Requirement("R27")
    void a_repeat_counts_once_and_what_is_refused_not_at_all() {
        JournalRequest request = request(40);
        assertThat(by(CLERK).post(request)).isInstanceOf(Posted.class);
        assertThat(((Posted) by(CLERK).post(request)).repeated()).isTrue();
        assertThat(post(-20, -20)).isInstanceOf(Refused.class);

        assertThat(post(60)).isInstanceOf(Posted.class);
    }

    @Test
    void each_day_of_the_shops_begins_anew_and_whoever_has_no_limit_posts_on() {
        assertThat(post(60, 40)).isInstanceOf(Posted.class);
        assertThat(post(1)).isEqualTo(needsApproval(1));
        assertThat(by(Actor.staff("boss")).post(request(5_000, 5_000))).isInstanceOf(Posted.class);

        shop.time().advance(Duration.ofDays(1));

        assertThat(post(60, 40)).isInstanceOf(Posted.class);
    }

    @Test
    void points_that_are_transferred_are_neither_added_nor_taken() {
        shop.give(ada, 500);
        List<JournalLine> lines = List.of(JournalLine.transfer(ada, eve, Points.of(400)));

        assertThat(by(CLERK).post(JournalRequest.transfer(Shop.CLUB, lines, shop.key())))
                .isInstanceOf(Posted.class);

        assertThat(post(60, 40)).isInstanceOf(Posted.class);
    }

    @Test
    @Requirement("R32")
    void journals_and_adjustments_at_once_do_not_exceed_the_limit_of_one_clerk() {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            JournalRequest journal = JournalRequest.normal(
                    Shop.CLUB, List.of(JournalLine.of(shop.account(), Points.of(30), "goodwill")), shop.key());
            AdjustmentRequest adjustment = AdjustmentRequest.of(shop.account(), Points.of(30), "goodwill", shop.key());
            calls.add(() -> by(CLERK).post(journal) instanceof Posted);
            calls.add(() -> strict.as(CLERK).adjustment().adjust(adjustment) instanceof Adjusted);
        }

        assertThat(Together.atOnce(calls)).filteredOn(done -> done).hasSize(3);
    }

    private Journals by(Actor actor) {
        return strict.as(actor).journals();
    }

    private JournalResult post(long first, long... more) {
        return by(CLERK).post(request(first, more));
    }

    /** The first line for the one, all others for the other account. */
    private JournalRequest request(long first, long... more) {
        List<JournalLine> lines = new ArrayList<>();
        lines.add(line(ada, first));
        for (long points : more) {
            lines.add(line(eve, points));
        }
        return JournalRequest.normal(Shop.CLUB, lines, shop.key());
    }

    private static JournalLine line(AccountId account, long points) {
        return JournalLine.of(account, Points.of(points), "goodwill");
    }

    private AdjustmentResult adjust(long points) {
        return strict.as(CLERK)
                .adjustment()
                .adjust(AdjustmentRequest.of(ada, Points.of(points), "goodwill", shop.key()));
    }

    private static Refused needsApproval(int line) {
        return new Refused(List.of(new LineViolation(line, JournalRefusal.NEEDS_APPROVAL)));
    }
}
