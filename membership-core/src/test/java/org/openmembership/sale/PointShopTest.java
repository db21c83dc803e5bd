package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ItemOffer;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.Publication;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.club.RedemptionBounds.Use;
import org.openmembership.club.RuleId;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.club.Validity;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.redemption.RedemptionRequest;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.redemption.RedemptionResult.Refused;
import org.openmembership.sale.CheckoutResult.CheckedOut;
import org.openmembership.sale.CheckoutResult.PaymentRefused;
import org.openmembership.shared.Channel;
import org.openmembership.shared.Points;
import org.openmembership.shared.Sku;
import org.openmembership.testkit.Requirement;

/** A shop for points, and store credit: how both are said with item offers and bounds. */
class PointShopTest extends SaleStage {
    private MemberId ada;
    private Buyer buyer;

    @BeforeEach
    void set_the_stage() {
        ada = shop.member();
        buyer = Buyer.member(ada);
    }

    @Test
    @Requirement("D28")
    void an_item_is_sold_for_points_only_or_for_points_and_cash() {
        AccountId account = offering(offer("only", "SHOP", "0", 60), offer("both", "SHOP", "5", 40));

        CheckedOut only = (CheckedOut) checkOut(
                Checkout.of(sale("r-1", buyer, line(1, "1", "50")), account).accepting(1, "only"));
        CheckedOut both = (CheckedOut) checkOut(
                Checkout.of(sale("r-2", buyer, line(1, "1", "50")), account).accepting(1, "both"));

        assertThat(only.spent()).extracting(entry -> entry.points()).containsExactly(Points.of(-60));
        assertThat(kept("r-1").total().isZero()).isTrue();
        assertThat(both.spent()).extracting(entry -> entry.points()).containsExactly(Points.of(-40));
        assertThat(kept("r-2").total()).isEqualTo(BigMoney.of(CurrencyUnit.EUR, 5));
    }

    @Test
    @Requirement("D28")
    void the_till_and_the_web_shop_have_offers_of_their_own_that_end_on_their_own_day() {
        LocalDate today = LocalDate.ofInstant(shop.time().instant(), ZoneOffset.UTC);
        ItemOffer over = new ItemOffer(
                RuleId.of("over"),
                Publication.PUBLISHED,
                new PointRule.Choice(0, Validity.between(today.minusDays(9), today.minusDays(1))),
                LineCondition.builder().items(Set.of(Sku.of("sku-1"))).build(),
                BigDecimal.ONE,
                Points.of(1));
        AccountId account = offering(offer("till", "SHOP", "5", 40), offer("web", "WEB", "4", 40), over);
        Purchase till = sale("r-1", buyer, line(1, "1", "50"));
        Purchase web = new Purchase(
                key("r-2"), till.purchasedAt(), Purchase.Place.of("store-1", "WEB"), buyer, till.content());

        assertThat(shop.membership().sales().offers(till, account))
                .extracting(OfferedItem::offer)
                .containsExactly(RuleId.of("till"));
        assertThat(shop.membership().sales().offers(web, account))
                .extracting(OfferedItem::offer)
                .containsExactly(RuleId.of("web"));
        assertThat(checkOut(Checkout.of(web, account).accepting(1, "till")))
                .isInstanceOf(CheckoutResult.OfferNotMade.class);
    }

    @Test
    @Requirement("D28")
    void points_of_an_account_pay_for_whoever_buys() {
        AccountId account = offering(offer("only", "SHOP", "0", 60));
        Checkout gift = Checkout.of(sale("r-1", Buyer.GUEST, line(1, "1", "50")), account)
                .accepting(1, "only");

        assertThat(checkOut(gift)).isInstanceOf(CheckedOut.class);
        assertThat(shop.available(account)).isEqualTo(Points.of(40));
    }

    @Test
    @Requirement("D29")
    void store_credit_is_used_in_full_up_to_what_is_due_and_the_rest_remains() {
        AccountId account = credit(1_000);

        assertRefused(
                RedemptionRequest.paying(account, euros("3.99"), shop.key()).towards(euros("4.00")), 400);
        assertRefused(RedemptionRequest.of(account, Points.of(400), shop.key()), 1_000);
        assertThat(shop.membership()
                        .redemption()
                        .redeem(RedemptionRequest.paying(account, euros("4.00"), shop.key())
                                .towards(euros("4.00"))))
                .isInstanceOf(RedemptionResult.Redeemed.class);
        assertThat(shop.available(account)).isEqualTo(Points.of(600));
        assertRefused(
                RedemptionRequest.paying(account, euros("5.99"), shop.key()).towards(euros("9.00")), 600);
        assertThat(shop.membership()
                        .redemption()
                        .redeem(RedemptionRequest.paying(account, euros("6.00"), shop.key())
                                .towards(euros("9.00"))))
                .isInstanceOf(RedemptionResult.Redeemed.class);
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("D29")
    void a_checkout_uses_store_credit_in_full_or_not_at_all() {
        AccountId account = credit(1_000);
        Purchase part = paid(sale("r-1", buyer, line(1, "1", "15")), tender("POINTS", "9.99"), tender("CASH", "5.01"));
        Purchase whole =
                paid(sale("r-2", buyer, line(1, "1", "15")), tender("POINTS", "10.00"), tender("CASH", "5.00"));
        Purchase none = paid(sale("r-3", buyer, line(1, "1", "15")), tender("CASH", "15.00"));

        PaymentRefused refused = (PaymentRefused) checkOut(Checkout.of(part, account));

        assertThat(refused.why().reason()).isEqualTo(Reason.ONLY_WHOLE);
        assertThat(refused.why().bound()).isEqualTo(Points.of(1_000));
        assertThat(checkOut(Checkout.of(whole, account))).isInstanceOf(CheckedOut.class);
        assertThat(shop.available(account)).isEqualTo(Points.ZERO);
        assertThat(checkOut(Checkout.of(none, account))).isInstanceOf(CheckedOut.class);
    }

    private void assertRefused(RedemptionRequest request, long whole) {
        Refused refused = (Refused) shop.membership().redemption().redeem(request);
        assertThat(refused.why().reason()).isEqualTo(Reason.ONLY_WHOLE);
        assertThat(refused.why().bound()).isEqualTo(Points.of(whole));
    }

    /** An account of which a point is a cent of store credit. */
    private AccountId credit(long points) {
        return open(TenderTerms.of(RedemptionBounds.WIDEST.using(Use.WHOLE)), points);
    }

    private AccountId offering(ItemOffer... offers) {
        return open(TenderTerms.DEFAULT.offering(offers), 100);
    }

    private AccountId open(TenderTerms tender, long points) {
        SpendingTerms usual = SpendingTerms.DEFAULT;
        AccountId account = account(
                ada,
                club("beans")
                        .pointValue(PointValue.of(CurrencyUnit.EUR, "0.01"))
                        .spending(new SpendingTerms(
                                usual.order(), tender, usual.offlineLimit(), usual.whenSpent(), usual.grace()))
                        .build());
        shop.give(account, points);
        return account;
    }

    private static ItemOffer offer(String id, String channel, String price, long points) {
        LineCondition where = LineCondition.builder()
                .items(Set.of(Sku.of("sku-1")))
                .channels(Set.of(Channel.of(channel)))
                .build();
        return ItemOffer.of(id, where, price, points);
    }

    private CheckoutResult checkOut(Checkout checkout) {
        return shop.membership().sales().checkOut(checkout);
    }

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
