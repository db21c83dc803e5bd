package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ExpiryRule;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.sale.ClaimResult.Reason;
import org.openmembership.shared.Points;
import org.openmembership.testkit.Requirement;

class ClaimTest extends SaleStage {
    private MemberId ada;
    private AccountId account;

    @BeforeEach
    void set_the_stage() {
        ada = shop.member();
        account = account(
                ada, club("beans").expiry(ExpiryRule.after(Period.ofDays(60))).build());
    }

    @Test
    @Requirement("R40")
    void a_sale_of_nobody_is_claimed_once_and_earns_at_its_own_time() {
        Instant then = shop.time().instant();
        recorded(sale("r-1", Buyer.GUEST, line(1, "1", "100")));
        shop.time().advance(Duration.ofDays(20));

        ClaimResult.Claimed claimed = (ClaimResult.Claimed) claim("r-1", ada);
        ClaimResult.Claimed again = (ClaimResult.Claimed) claim("r-1", ada);

        assertThat(claimed.repeated()).isFalse();
        assertThat(again).isEqualTo(new ClaimResult.Claimed(claimed.purchase(), claimed.clubs(), true));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(10));
        assertThat(shop.history(account).get(0).occurredAt()).isEqualTo(then);
        assertThat(recorded(sale("r-1", Buyer.GUEST, then, line(1, "1", "100"))).owner())
                .isEqualTo(new KeptPurchase.Owner(ada, false));
    }

    @Test
    @Requirement("R40")
    void nobody_else_gets_it_after_that() {
        MemberId bob = shop.member();
        account(bob, club("beans").build());
        recorded(sale("r-1", Buyer.GUEST, line(1, "1", "100")));
        recorded(sale("r-2", Buyer.member(bob), line(1, "1", "100")));

        claim("r-1", ada);

        assertThat(reason("r-1", bob)).isEqualTo(Reason.TAKEN);
        assertThat(reason("r-2", ada)).isEqualTo(Reason.TAKEN);
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(10));
    }

    @Test
    @Requirement("R40")
    void a_claim_has_its_window_and_needs_a_sale_and_an_account() {
        recorded(sale("r-1", Buyer.GUEST, line(1, "1", "100")));

        assertThat(reason("r-9", ada)).isEqualTo(Reason.UNKNOWN_SALE);
        assertThat(reason("r-1", shop.member())).isEqualTo(Reason.NO_ACCOUNT);
        assertThat(reason("r-1", MemberId.of("nobody"))).isEqualTo(Reason.NO_ACCOUNT);
        shop.time().advance(Duration.ofDays(30).plusSeconds(1));
        assertThat(reason("r-1", ada)).isEqualTo(Reason.TOO_LATE);
        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R40", "R39"})
    void goods_of_a_claimed_sale_come_back_like_those_of_any() {
        recorded(sale("r-1", Buyer.GUEST, line(1, "1", "100")));
        claim("r-1", ada);

        recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-100", "r-1", 1)));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement({"R40", "I11"})
    void what_came_back_before_is_not_claimed() {
        recorded(sale("r-1", Buyer.GUEST, line(1, "1", "100")));
        recorded(sale("r-2", Buyer.GUEST, returned(1, "-1", "-100", "r-1", 1)));

        assertThat(reason("r-1", ada)).isEqualTo(Reason.RETURNED);
    }

    private ClaimResult claim(String number, MemberId member) {
        return shop.membership().sales().claim(key(number), member);
    }

    private Reason reason(String number, MemberId member) {
        return ((ClaimResult.Refused) claim(number, member)).reason();
    }
}
