package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ItemOffer;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointValue;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.club.RedemptionBounds.Limit;
import org.openmembership.club.RedemptionBounds.Stretch;
import org.openmembership.club.RedemptionBounds.Use;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.sale.CheckoutResult.CheckedOut;
import org.openmembership.sale.CheckoutResult.PaymentRefused;
import org.openmembership.sale.CheckoutResult.Previewed;
import org.openmembership.shared.Points;
import org.openmembership.shared.Sku;
import org.openmembership.testkit.Requirement;

/** What bounds the points that item offers take, on every storage: an item for 1.00 and 60 points, a point being a cent. */
@Requirement({"R49", "B57"})
final class ItemOfferBoundsTest extends SaleStage {
    private static final Stretch MONTH = new Stretch(1, Stretch.Unit.MONTH);

    @Test
    @Requirement("D28")
    void the_limit_of_the_period_bounds_them_and_counts_them() {
        Payer payer = payer(new Limit(Points.of(100), null, MONTH), Use.ANY_PART);

        assertThat(checkOut(payer, item("r-1", payer, null))).isInstanceOf(CheckedOut.class);
        assertThat(checkOut(payer, item("r-2", payer, null))).isEqualTo(refused(Reason.ABOVE_LIMIT, 60, 940, 40));
        assertThat(shop.available(payer.account())).isEqualTo(Points.of(940));
    }

    @Test
    void what_they_take_leaves_less_to_the_tender_of_the_same_sale() {
        Payer payer = payer(new Limit(Points.of(100), null, MONTH), Use.ANY_PART);

        assertThat(checkOut(payer, item("r-1", payer, "0.41"))).isEqualTo(refused(Reason.ABOVE_LIMIT, 101, 1000, 40));
        assertThat(checkOut(payer, item("r-1", payer, "0.40"))).isInstanceOf(CheckedOut.class);
        assertThat(shop.available(payer.account())).isEqualTo(Points.of(900));
    }

    @Test
    void each_of_them_is_one_of_the_redemptions_that_are_left() {
        Payer payer = payer(new Limit(null, 1, MONTH), Use.ANY_PART);

        assertThat(checkOut(payer, item("r-1", payer, "0.10"))).isEqualTo(refused(Reason.TOO_OFTEN, 70, 1000, 0));
        assertThat(checkOut(payer, item("r-1", payer, null))).isInstanceOf(CheckedOut.class);
        assertThat(checkOut(payer, item("r-2", payer, null))).isEqualTo(refused(Reason.TOO_OFTEN, 60, 940, 0));
    }

    @Test
    @Requirement("D29")
    void where_points_are_used_whole_the_tender_takes_all_that_the_items_and_the_limit_leave() {
        Payer payer = payer(new Limit(Points.of(100), null, MONTH), Use.WHOLE);

        assertThat(checkOut(payer, item("r-1", payer, "0.39"))).isEqualTo(refused(Reason.ONLY_WHOLE, 99, 1000, 40));
        assertThat(checkOut(payer, item("r-1", payer, "0.40"))).isInstanceOf(CheckedOut.class);
    }

    @Test
    @Requirement("R38")
    void a_preview_says_so_before_and_leaves_the_limit_as_it_was() {
        Payer payer = payer(new Limit(Points.of(100), null, MONTH), Use.ANY_PART);
        Checkout checkout =
                Checkout.of(item("r-1", payer, null), payer.account()).accepting(1, "points");

        assertThat(shop.membership().sales().preview(checkout)).isInstanceOf(Previewed.class);
        CheckoutResult preview = shop.membership().sales().preview(checkout);
        CheckedOut done = (CheckedOut) shop.membership().sales().checkOut(checkout);

        assertThat(preview)
                .isEqualTo(new Previewed(
                        new SaleResult.Previewed(
                                done.sale().owner(), done.sale().clubs()),
                        done.spent(),
                        done.paid()));
        assertThat(shop.history(payer.account())).hasSize(2);
    }

    private record Payer(AccountId account, Buyer buyer) {}

    /** Somebody with a thousand points, in a club without point rules. */
    private Payer payer(Limit limit, Use use) {
        MemberId ada = shop.member();
        LineCondition item =
                LineCondition.builder().items(Set.of(Sku.of("sku-1"))).build();
        RedemptionBounds widest = RedemptionBounds.WIDEST;
        RedemptionBounds bounds = new RedemptionBounds(widest.minimum(), widest.step(), BigDecimal.ONE, limit, use);
        SpendingTerms usual = SpendingTerms.DEFAULT;
        SpendingTerms terms = new SpendingTerms(
                usual.order(),
                TenderTerms.of(bounds).offering(ItemOffer.of("points", item, "1.00", 60)),
                usual.offlineLimit(),
                usual.whenSpent(),
                usual.grace());
        AccountId account = account(
                ada,
                club("beans")
                        .rules()
                        .pointValue(PointValue.of(CurrencyUnit.EUR, "0.01"))
                        .spending(terms)
                        .build());
        shop.give(account, 1_000);
        return new Payer(account, Buyer.member(ada));
    }

    /** @param tendered what is to be paid with points besides, null for nothing */
    private Purchase item(String number, Payer payer, @Nullable String tendered) {
        Purchase sale = sale(number, payer.buyer(), line(1, "1", "10"));
        return tendered == null ? sale : paid(sale, tender("POINTS", tendered));
    }

    private CheckoutResult checkOut(Payer payer, Purchase sale) {
        return shop.membership()
                .sales()
                .checkOut(Checkout.of(sale, payer.account()).accepting(1, "points"));
    }

    private static PaymentRefused refused(Reason reason, long asked, long available, long bound) {
        return new PaymentRefused(
                new SpendingRefusal(reason, Points.of(asked), Points.of(available), Points.of(bound), null));
    }
}
