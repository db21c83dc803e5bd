package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.SpendingTerms.WhenSpent;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

/**
 * A sale has taken place whatever is answered, and its receipt is the only key it will ever have: one that was refused is
 * recorded under it once nothing is in the way.
 */
@Requirement("R27")
final class RefusedSalesTest extends SaleStage {
    private MemberId ada = MemberId.of("nobody");
    private AccountId account = AccountId.of("none");

    @BeforeEach
    void ada_collects_where_spent_points_are_not_taken_back() {
        ada = shop.member();
        SpendingTerms usual = SpendingTerms.DEFAULT;
        account = account(
                ada,
                club("strict")
                        .spending(new SpendingTerms(
                                usual.order(), usual.tender(), usual.offlineLimit(), WhenSpent.REFUSE, usual.grace()))
                        .build());
    }

    @Test
    @Requirement("R28")
    void one_ahead_of_our_clock_is_recorded_under_its_key_when_its_time_has_come() {
        Purchase ahead =
                sale("r-1", Buyer.member(ada), shop.time().instant().plus(Duration.ofDays(2)), line(1, "1", "100"));
        assertThat(record(ahead)).isInstanceOf(SaleResult.OutOfTime.class);
        shop.time().advance(Duration.ofDays(2));

        assertThat(recorded(ahead).repeated()).isFalse();
        assertThat(shop.available(account)).isEqualTo(Points.of(10));
    }

    @Test
    @Requirement("R26")
    void a_return_of_spent_points_is_recorded_under_its_key_when_there_are_points_again() {
        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));
        shop.membership().redemption().redeem(account, Points.of(8), key("p-1"));
        Purchase back = sale("r-2", Buyer.member(ada), returned(1, "-1", "-100", "r-1", 1));
        assertThat(record(back)).isInstanceOf(SaleResult.PointsSpent.class);
        recorded(sale("r-3", Buyer.member(ada), line(1, "1", "80")));

        assertThat(recorded(back).repeated()).isFalse();
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
    }

    @Test
    void other_content_may_be_recorded_under_the_key_of_one_that_was_refused() {
        Purchase ahead =
                sale("r-1", Buyer.member(ada), shop.time().instant().plus(Duration.ofDays(2)), line(1, "1", "100"));
        assertThat(record(ahead)).isInstanceOf(SaleResult.OutOfTime.class);

        recorded(sale("r-1", Buyer.member(ada), line(1, "1", "100")));

        assertThat(record(ahead)).isInstanceOf(SaleResult.KeyReused.class);
    }
}
