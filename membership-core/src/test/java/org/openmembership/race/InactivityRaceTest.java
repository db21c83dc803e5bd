package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.club.Inactivity;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.expiry.ExpiryResult;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Buyer;
import org.openmembership.redemption.RedemptionRequest;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.SettableTime;
import org.openmembership.testkit.Together;

/**
 * Members who are active in the last moment, while the job writes off what inactivity has ended a moment later: the till's
 * clock says the one, the office's the other, and whichever comes first decides.
 */
@Requirement({"R25", "R32", "I2", "I6", "I7", "I8"})
class InactivityRaceTest extends ShopTest {
    private static final Duration STRETCH = Duration.ofDays(11);
    private static final Instant IDLE = Instant.parse("2026-03-11T23:00:00Z");
    private static final int MEMBERS = 5;

    private final Map<AccountId, MemberId> idle = new TreeMap<>();
    private Membership till;
    private Membership office;

    @BeforeEach
    void ten_points_of_each_are_about_to_lapse() {
        shop.publish(club -> club.inactivity(Inactivity.of(Period.ofDays(10)))
                .rules(PointRule.everything("base", PointRate.amount("1", "1"))));
        for (int i = 0; i < MEMBERS; i++) {
            MemberId member = shop.member();
            AccountId account = shop.account(member, Shop.CLUB);
            idle.put(account, member);
            shop.give(account, 6);
            shop.give(account, 4);
        }
        till = shop.over(shop.storage(), "till-")
                .clock(SettableTime.at(IDLE.minusMillis(1)))
                .open();
        office = shop.over(shop.storage(), "office-")
                .clock(SettableTime.at(IDLE))
                .open();
    }

    @Test
    void what_a_purchase_keeps_alive_is_not_written_off_and_what_is_written_off_stays_so() {
        Points lapsed = beside((account, member) -> {
            SaleResult sold =
                    till.sales().record(AnyPurchase.anyPurchase(Buyer.member(member), IDLE.minusMillis(1), "7.00"));
            assertThat(sold).isInstanceOf(SaleResult.Recorded.class);
            return true;
        });

        Points gone = Points.ZERO;
        for (AccountId account : idle.keySet()) {
            Points written = writtenOff(account);
            assertThat(written).isIn(Points.ZERO, Points.of(10));
            assertThat(shop.available(account)).isEqualTo(Points.of(17).minus(written));
            gone = gone.plus(written);
        }
        assertThat(lapsed).isEqualTo(gone);
        everything_lapses_in_the_end();
    }

    @Test
    @Requirement({"I3", "S23"})
    void what_a_redemption_takes_is_not_written_off_and_what_is_written_off_is_not_taken() {
        Map<AccountId, Boolean> paid = new TreeMap<>();
        Points lapsed = beside((account, member) -> {
            boolean redeemed = till.redemption().redeem(RedemptionRequest.of(account, Points.of(7), shop.key()))
                    instanceof RedemptionResult.Redeemed;
            synchronized (paid) {
                paid.put(account, redeemed);
            }
            return redeemed;
        });

        Points gone = Points.ZERO;
        for (AccountId account : idle.keySet()) {
            boolean redeemed = paid.get(account);
            Points written = writtenOff(account);
            assertThat(written).isEqualTo(redeemed ? Points.ZERO : Points.of(10));
            assertThat(shop.available(account)).isEqualTo(redeemed ? Points.of(3) : Points.ZERO);
            gone = gone.plus(written);
        }
        assertThat(lapsed).isEqualTo(gone);
        everything_lapses_in_the_end();
    }

    /** What the job wrote off, run on two nodes, while each member was active once. */
    private Points beside(BiFunction<AccountId, MemberId, Boolean> activity) {
        AtomicLong written = new AtomicLong();
        List<Callable<Boolean>> calls = new ArrayList<>();
        idle.forEach((account, member) -> calls.add(() -> activity.apply(account, member)));
        for (int node = 0; node < 2; node++) {
            calls.add(MEMBERS / 2, () -> {
                ExpiryResult result = office.expiry().run(Shop.CLUB, Progress.NONE);
                written.addAndGet(result.points().hundredths());
                return true;
            });
        }
        Together.atOnce(calls);
        shop.time().set(IDLE);
        return Points.ofHundredths(written.get());
    }

    private Points writtenOff(AccountId account) {
        return shop.history(account).stream()
                .filter(entry -> entry.kind() == EntryKind.EXPIRY)
                .map(PointEntry::points)
                .reduce(Points.ZERO, Points::minus);
    }

    private void everything_lapses_in_the_end() {
        shop.time().set(IDLE.plus(STRETCH));
        shop.membership().expiry().run(Shop.CLUB, Progress.NONE);
        for (AccountId account : idle.keySet()) {
            assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
            assertThat(shop.history(account).stream()
                            .filter(entry -> entry.kind() == EntryKind.EXPIRY)
                            .map(PointEntry::related))
                    .doesNotHaveDuplicates();
        }
    }
}
