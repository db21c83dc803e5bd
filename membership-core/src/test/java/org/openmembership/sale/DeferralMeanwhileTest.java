package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmembership.club.Deferral.Awaits.NOTHING;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.account.AccountType;
import org.openmembership.card.CardNumber;
import org.openmembership.cards.CardResult.Assigned;
import org.openmembership.erasure.ErasurePolicy;
import org.openmembership.erasure.ErasureRequestResult;
import org.openmembership.erasure.ErasureResult;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.privacy.ErasureId;
import org.openmembership.privacy.IdentityProof;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.Provisional;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.sharing.PoolingRequest;
import org.openmembership.sharing.PoolingResult.Pooled;
import org.openmembership.testkit.Requirement;

/** What becomes of a sale that waits when its buyer's account becomes another's, a card finds its owner, or the buyer is forgotten. */
@Requirement({"A59", "B40", "R55"})
final class DeferralMeanwhileTest extends SaleStage {
    private static final CardNumber CARD = CardNumber.of("4000-0001");

    private MemberId ada;
    private MemberId grace;
    private AccountId family;

    @BeforeEach
    void ada_has_a_family_where_sales_are_posted_a_day_later() {
        ada = shop.member();
        grace = shop.member();
        family =
                account(ada, DeferralTest.deferring(Duration.ofDays(1), NOTHING).build());
        shop.membership().sharing().become(family, AccountType.FAMILY);
    }

    @Test
    void a_sale_follows_the_points_that_were_pooled_and_is_still_its_buyer_s() {
        AccountId own = shop.account(grace, DeferralTest.BEANS);
        recorded(sale("r-1", Buyer.member(grace), line(1, "1", "100")));

        assertThat(shop.membership().sharing().pool(new PoolingRequest(own, family, shop.key())))
                .isInstanceOf(Pooled.class);

        assertThat(provisional(family)).isEqualTo(new Provisional(1, Points.of(10)));
        assertThat(provisional(own)).isEqualTo(Provisional.NOTHING);
        dayLater();
        assertThat(shop.available(family)).isEqualTo(Points.of(10));
        assertThat(shop.history(family))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.cause().origin().scene().member()).isEqualTo(grace));
    }

    @Test
    void a_sale_with_a_card_is_of_whoever_takes_the_card_and_its_account_over() {
        AccountId nobodys = boughtWithCard();

        assertThat(shop.membership().cards().takeOver(CARD, grace)).isInstanceOf(Assigned.class);

        assertThat(provisional(nobodys)).isEqualTo(new Provisional(1, Points.of(10)));
        dayLater();
        assertThat(shop.available(nobodys)).isEqualTo(Points.of(10));
        assertThat(buyer()).isEqualTo(grace);
    }

    @Test
    void a_sale_with_a_card_follows_it_to_the_account_of_who_takes_it_over_though_another_represents_that() {
        shop.membership().sharing().join(family, grace);
        AccountId nobodys = boughtWithCard();

        assertThat(shop.membership().cards().takeOver(CARD, grace)).isInstanceOf(Assigned.class);

        assertThat(provisional(family)).isEqualTo(new Provisional(1, Points.of(10)));
        dayLater();
        assertThat(shop.available(family)).isEqualTo(Points.of(10));
        assertThat(shop.history(nobodys)).isEmpty();
        assertThat(buyer()).isEqualTo(grace);
    }

    @Test
    @Requirement({"R17", "I19"})
    void a_sale_of_somebody_who_is_forgotten_moves_nothing_and_waits_no_more() {
        AccountId own = shop.account(grace, DeferralTest.BEANS);
        recorded(sale("r-1", Buyer.member(grace), line(1, "1", "100")));

        forget(grace);

        assertThat(shop.row(own).isClosed()).isTrue();
        assertThat(dayLater()).isEqualTo(Points.ZERO);
        assertThat(shop.history(own)).isEmpty();
        assertThat(shop.membership().deferral().waiting(own)).isEmpty();
    }

    @Test
    @Requirement({"R17", "I19"})
    void what_somebody_bought_for_a_family_before_being_forgotten_is_the_family_s() {
        shop.membership().sharing().join(family, grace);
        recorded(sale("r-1", Buyer.member(grace), line(1, "1", "100")));

        forget(grace);

        assertThat(provisional(family)).isEqualTo(new Provisional(1, Points.of(10)));
        assertThat(dayLater()).isEqualTo(Points.of(10));
        assertThat(shop.available(family)).isEqualTo(Points.of(10));
    }

    private AccountId boughtWithCard() {
        AccountId account = ((Assigned) shop.membership().cards().register(CARD, DeferralTest.BEANS))
                .card()
                .account()
                .orElseThrow();
        recorded(sale("r-1", Buyer.card(CARD), line(1, "1", "100")));
        assertThat(provisional(account)).isEqualTo(new Provisional(1, Points.of(10)));
        return account;
    }

    private MemberId buyer() {
        KeptPurchase kept = shop.storage()
                .read(stores -> stores.purchases().find(key("r-1")))
                .orElseThrow();
        return kept.member().member();
    }

    /** What the run of the next day posts. */
    private Points dayLater() {
        shop.time().advance(Duration.ofDays(1));
        return shop.membership()
                .deferral()
                .postDue(DeferralTest.BEANS, Progress.NONE)
                .points();
    }

    private Provisional provisional(AccountId account) {
        return shop.membership().statements().summary(account).orElseThrow().provisional();
    }

    private void forget(MemberId member) {
        Membership office = shop.over(shop.storage(), "office-")
                .erasure(ErasurePolicy.DEFAULT.waiting(Duration.ZERO))
                .open();
        ErasureRequestResult asked =
                office.erasures().request(member, ReasonCode.of("ASKED"), IdentityProof.IN_WRITING);
        ErasureId id = ((ErasureRequestResult.Requested) asked).erasure().id();
        assertThat(office.erasures().execute(id)).isInstanceOf(ErasureResult.Erased.class);
    }
}
