package org.openmembership.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.SpendingTerms.WhenSpent;
import org.openmembership.ledger.Balance;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.redemption.RedemptionResult.Redeemed;
import org.openmembership.redemption.RedemptionResult.Refused;
import org.openmembership.shared.Points;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement("R26")
class OfflineRedemptionTest extends ShopTest {
    private static final Instant GRANTED = Instant.parse("2026-03-01T09:15:00Z");

    @Test
    void without_an_offline_limit_nothing_is_overdrawn() {
        AccountId account = shop.account();
        shop.give(account, 10);

        assertThat(((Refused) offline(account, 11)).why().reason()).isEqualTo(Reason.NOT_ENOUGH_POINTS);
    }

    @Test
    void what_a_till_granted_offline_may_overdraw_within_the_limit_and_the_excess_is_debt() {
        offlineLimit(50);
        AccountId account = shop.account();
        shop.give(account, 10);

        Redeemed redeemed = (Redeemed) offline(account, 60);

        assertThat(redeemed.entry().occurredAt()).isEqualTo(GRANTED);
        assertThat(redeemed.entry().recordedAt()).isEqualTo(shop.time().instant());
        assertThat(redeemed.available()).isEqualTo(Points.of(-50));
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(-50), Points.of(-50), Points.of(50)));
    }

    @Test
    void beyond_the_limit_it_is_refused() {
        offlineLimit(50);
        AccountId account = shop.account();
        shop.give(account, 10);

        assertThat(((Refused) offline(account, 61)).why().reason()).isEqualTo(Reason.NOT_ENOUGH_POINTS);
        assertThat(shop.balance(account).debt()).isEqualTo(Points.ZERO);
    }

    @Test
    void the_limit_is_for_all_that_is_overdrawn_together() {
        offlineLimit(50);
        AccountId account = shop.account();
        shop.give(account, 10);
        offline(account, 40);

        assertThat(((Refused) offline(account, 21)).why().reason()).isEqualTo(Reason.NOT_ENOUGH_POINTS);
        assertThat(((Redeemed) offline(account, 20)).available()).isEqualTo(Points.of(-50));
        assertThat(((Refused) offline(account, 1)).why().available()).isEqualTo(Points.of(-50));
        assertThat(shop.balance(account).debt()).isEqualTo(Points.of(50));
    }

    @Test
    void online_the_limit_does_not_count() {
        offlineLimit(50);
        AccountId account = shop.account();
        shop.give(account, 10);

        assertThat(((Refused) shop.redeem(account, 11)).why().reason()).isEqualTo(Reason.NOT_ENOUGH_POINTS);
    }

    @Test
    @Requirement("R23")
    void later_points_repay_the_debt_before_they_can_be_spent() {
        offlineLimit(50);
        AccountId account = shop.account();
        offline(account, 50);

        shop.give(account, 30);
        Balance halfway = shop.balance(account);
        shop.give(account, 30);

        assertThat(halfway).isEqualTo(new Balance(Points.of(-20), Points.of(-20), Points.of(20)));
        assertThat(shop.balance(account)).isEqualTo(new Balance(Points.of(10), Points.of(10), Points.ZERO));
        assertThat(shop.remaining(account)).containsExactly("10");
    }

    @Test
    @Requirement("I3")
    void an_account_in_debt_has_no_lots_and_says_what_it_owes() {
        offlineLimit(50);
        AccountId account = shop.account();
        offline(account, 50);

        assertThat(((Refused) shop.redeem(account, 1)).why().available()).isEqualTo(Points.of(-50));
        assertThat(shop.lots(account)).isEmpty();
    }

    private RedemptionResult offline(AccountId account, long points) {
        return shop.membership()
                .redemption()
                .redeem(RedemptionRequest.of(account, Points.of(points), shop.key())
                        .grantedOfflineAt(GRANTED));
    }

    private void offlineLimit(long points) {
        shop.publish(club -> club.spending(new SpendingTerms(
                ConsumptionOrder.NEAREST_EXPIRY, Points.of(1), Points.of(points), WhenSpent.DEBT, Period.ZERO)));
    }
}
