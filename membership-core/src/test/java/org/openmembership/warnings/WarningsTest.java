package org.openmembership.warnings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.ledger.LotId;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.warning.ExpiryWarning;
import org.openmembership.warning.WarningEvent.PointsLapseSoon;
import org.openmembership.warning.WarningWindow;
import org.openmembership.warning.WarningWindow.Kind;

/** Sunday, the first of March 2026, in Berlin. */
@Requirement({"B6", "B67"})
class WarningsTest extends ShopTest {

    @Test
    void a_lot_is_warned_of_once_in_a_window_to_the_main_member() {
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        lasting(Period.ofDays(30));
        shop.give(account, 100);
        shop.spend(account, 40);
        List<PointsLapseSoon> told = new ArrayList<>();
        Membership listening = shop.over(shop.storage(), "b-")
                .listener(event -> {
                    if (event.event() instanceof PointsLapseSoon soon) {
                        told.add(soon);
                    }
                })
                .open();

        WarningResult first = listening.warnings().run(Shop.CLUB, WarningWindow.withinDays(30), Progress.NONE);
        WarningResult again = listening.warnings().run(Shop.CLUB, WarningWindow.withinDays(30), Progress.NONE);

        LotId lot = shop.lots(account).get(0).id();
        Instant end = Instant.parse("2026-03-31T22:00:00Z");
        assertThat(first).isEqualTo(new WarningResult(1, Points.of(60)));
        assertThat(again).isEqualTo(WarningResult.NOTHING);
        assertThat(told)
                .containsExactly(new PointsLapseSoon(
                        lot, Shop.CLUB, member, Points.of(60), end, ReasonCode.of("WITHIN_DAYS_30")));
        assertThat(shop.membership().warnings().of(account))
                .containsExactly(new ExpiryWarning(
                        lot,
                        ReasonCode.of("WITHIN_DAYS_30"),
                        member,
                        new ExpiryWarning.Notice(Points.of(60), end),
                        shop.time().instant()));
    }

    @Test
    void each_window_has_its_own_warning() {
        lasting(Period.ofDays(7));
        shop.give(shop.account(), 10);

        assertThat(run(WarningWindow.withinDays(6)).warnings()).isZero();
        assertThat(run(WarningWindow.withinDays(7)).warnings()).isOne();
        assertThat(run(WarningWindow.of(Kind.CURRENT_WEEK)).warnings()).isZero();
        assertThat(run(WarningWindow.of(Kind.NEXT_WEEK)).warnings()).isOne();
        assertThat(run(WarningWindow.of(Kind.CURRENT_MONTH)).warnings()).isOne();
        assertThat(run(WarningWindow.of(Kind.NEXT_MONTH)).warnings()).isZero();
    }

    @Test
    void the_last_day_decides_in_the_clubs_zone() {
        lasting(Period.ofDays(30));
        shop.give(shop.account(), 10);
        lasting(Period.ofDays(31));
        shop.give(shop.account(), 7);

        assertThat(run(WarningWindow.of(Kind.CURRENT_MONTH)).points()).isEqualTo(Points.of(10));
        assertThat(run(WarningWindow.of(Kind.NEXT_MONTH)).points()).isEqualTo(Points.of(7));
    }

    @Test
    void what_is_spent_lapsed_or_lasts_for_ever_is_not_warned_of() {
        shop.give(shop.account(), 10);
        lasting(Period.ZERO);
        AccountId spent = shop.account();
        shop.give(spent, 10);
        shop.spend(spent, 10);
        shop.give(shop.account(), 10);
        AccountId closed = shop.account();
        shop.give(closed, 10);
        shop.closeAccount(closed);
        shop.time().set(Instant.parse("2026-03-01T23:00:00Z"));

        assertThat(run(WarningWindow.withinDays(3_660))).isEqualTo(WarningResult.NOTHING);
    }

    @Test
    void a_run_goes_over_many_pages_and_over_one_club_only() {
        lasting(Period.ofDays(5));
        ClubId books = shop.anotherClub("books");
        MemberId member = shop.member();
        AccountId account = shop.account(member, Shop.CLUB);
        shop.account(member, books);
        for (int i = 0; i < 201; i++) {
            shop.give(account, 1);
        }

        assertThat(run(WarningWindow.USUAL)).isEqualTo(new WarningResult(201, Points.of(201)));
        assertThat(shop.membership().warnings().run(books, WarningWindow.USUAL, Progress.NONE))
                .isEqualTo(WarningResult.NOTHING);
    }

    private void lasting(Period life) {
        shop.publish(club -> club.expiry(ExpiryRule.after(life)));
    }

    private WarningResult run(WarningWindow window) {
        return shop.membership().warnings().run(Shop.CLUB, window, Progress.NONE);
    }
}
