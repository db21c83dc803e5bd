package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.club.Club;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Points;
import org.openmembership.sharing.PoolingRequest;
import org.openmembership.sharing.PoolingResult.Pooled;
import org.openmembership.testkit.Requirement;

/** Goods that a member bought before the points went to the family's account, on every storage. */
@Requirement({"R39", "R55", "I11"})
final class ReturnAfterPoolingTest extends SaleStage {
    @Test
    void what_was_earned_is_taken_back_from_the_family_and_new_sales_earn_for_it() {
        Club club = club("beans").build();
        MemberId ada = shop.member();
        MemberId grace = shop.member();
        AccountId family = account(ada, club);
        AccountId own = account(grace, club);
        shop.membership().sharing().become(family, AccountType.FAMILY);
        recorded(sale("r-1", Buyer.member(grace), line(1, "2", "100")));
        assertThat(shop.membership().sharing().pool(new PoolingRequest(own, family, shop.key())))
                .isInstanceOf(Pooled.class);

        Recorded back = recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-50", "r-1", 1)));
        recorded(sale("r-3", Buyer.member(grace), line(1, "1", "20")));

        PointEntry taken = back.clubs().get(0).entries().get(0);
        assertThat(taken.account()).isEqualTo(family);
        assertThat(taken.points()).isEqualTo(Points.of(-5));
        assertThat(shop.available(family)).isEqualTo(Points.of(7));
        assertThat(shop.available(own)).isEqualTo(Points.ZERO);
    }
}
