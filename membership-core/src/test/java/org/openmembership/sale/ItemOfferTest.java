package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.ItemOffer;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointOffer;
import org.openmembership.club.RuleId;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.club.Validity;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.sale.CheckoutResult.CheckedOut;
import org.openmembership.sale.CheckoutResult.PaymentRefused;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;
import org.openmembership.testkit.Requirement;

/** A grinder for 55.00, which is 44.00 under SPRING, or 15.00 and 25 points, or 5.00 and 35 points. */
@Requirement({"B57", "R51"})
class ItemOfferTest extends SaleStage {
    private AccountId account;
    private Buyer buyer;

    @BeforeEach
    void a_club_sells_a_grinder_for_points() {
        MemberId ada = shop.member();
        buyer = Buyer.member(ada);
        LineCondition grinder =
                LineCondition.builder().items(Set.of(Sku.of("grinder"))).build();
        LineCondition spring = LineCondition.builder()
                .promotions(Set.of(PromotionCode.of("SPRING")))
                .build();
        SpendingTerms usual = SpendingTerms.DEFAULT;
        TenderTerms tender = TenderTerms.DEFAULT.offering(
                ItemOffer.of("more-points", grinder, "5.00", 35), ItemOffer.of("points", grinder, "15.00", 25));
        account = account(
                ada,
                club("beans")
                        .offers(List.of(PointOffer.of(
                                "spring", 0, Validity.ALWAYS, spring, new PointOffer.Effect.Factor(BigDecimal.TEN))))
                        .spending(new SpendingTerms(
                                usual.order(), tender, usual.offlineLimit(), usual.whenSpent(), usual.grace()))
                        .earningBounds(minimum("10"))
                        .build());
        shop.give(account, 100);
    }

    @Test
    void each_offer_that_makes_an_item_cheaper_is_offered() {
        List<OfferedItem> offered = shop.membership().sales().offers(sale("r-1", "1"), account);

        assertThat(offered)
                .containsExactly(
                        new OfferedItem(1, RuleId.of("more-points"), money("5"), Points.of(35), money("44")),
                        new OfferedItem(1, RuleId.of("points"), money("15"), Points.of(25), money("44")));
        assertThat(shop.membership().sales().offers(sale("r-1", buyer, line(1, "1", "55")), account))
                .isEmpty();
        assertThat(shop.membership().sales().offers(sale("r-1", "1"), AccountId.of("nobody")))
                .isEmpty();
    }

    @Test
    void an_accepted_offer_takes_the_place_of_the_discount_and_the_points() {
        CheckedOut done = checkedOut(Checkout.of(sale("r-1", "1"), account).accepting(1, "points"));

        PurchaseLine sold = kept("r-1").lines().get(0);
        assertThat(sold.amount()).isEqualTo(money("15"));
        assertThat(sold.price().discount().isEqual(money("40.00"))).isTrue();
        assertThat(sold.price().tax()).isEqualTo(money("2.3864"));
        assertThat(sold.article().promotion()).isEqualTo(PromotionCode.of("points"));
        assertThat(done.spent()).extracting(entry -> entry.points()).containsExactly(Points.of(-25));
        assertThat(done.sale().clubs().get(0).points()).isEqualTo(Points.of(1));
        assertThat(shop.available(account)).isEqualTo(Points.of(100 - 25 + 1));
    }

    @Test
    void where_the_customer_declines_everything_stays_as_it_was() {
        checkedOut(Checkout.of(sale("r-1", "1"), account));

        assertThat(kept("r-1").lines().get(0).amount().isEqual(money("44.00"))).isTrue();
        assertThat(shop.available(account)).isEqualTo(Points.of(144));
    }

    @Test
    @Requirement({"B68", "R33"})
    void its_points_are_written_off_although_the_sale_is_below_the_least_that_earns() {
        CheckedOut done = checkedOut(Checkout.of(sale("r-1", "1"), account).accepting(1, "more-points"));

        assertThat(done.sale().clubs().get(0).points()).isEqualTo(Points.ZERO);
        assertThat(shop.available(account)).isEqualTo(Points.of(65));
    }

    @Test
    void what_is_not_offered_on_a_line_cannot_be_accepted_and_points_must_be_there() {
        Checkout unknown = Checkout.of(sale("r-1", "1"), account).accepting(1, "nothing");
        Checkout otherLine = Checkout.of(sale("r-1", "1"), account).accepting(2, "points");
        Checkout many = Checkout.of(sale("r-1", "5"), account).accepting(1, "points");

        assertThat(checkOut(unknown)).isEqualTo(new CheckoutResult.OfferNotMade(1, RuleId.of("nothing")));
        assertThat(checkOut(otherLine)).isEqualTo(new CheckoutResult.OfferNotMade(2, RuleId.of("points")));
        assertThat(((PaymentRefused) checkOut(many)).why().asked()).isEqualTo(Points.of(125));
        assertThat(shop.membership().sales().lookup(ExternalKey.of("till-7", "r-1")))
                .isEmpty();
    }

    @Test
    @Requirement("R27")
    void a_repeat_gives_the_first_answer_and_another_choice_is_another_sale() {
        Checkout checkout = Checkout.of(sale("r-1", "2"), account).accepting(1, "points");
        CheckedOut first = checkedOut(checkout);
        CheckedOut again = checkedOut(checkout);

        assertThat(again.spent()).isEqualTo(first.spent());
        assertThat(checkOut(Checkout.of(sale("r-1", "2"), account))).isInstanceOf(CheckoutResult.KeyReused.class);
        assertThat(checkOut(Checkout.of(sale("r-1", "2"), account).accepting(1, "more-points")))
                .isInstanceOf(CheckoutResult.KeyReused.class);
    }

    @Test
    @Requirement({"R39", "I11"})
    void its_points_come_back_with_the_item_piece_by_piece_whatever_is_paid_back_in_money() {
        checkedOut(Checkout.of(sale("r-1", "3"), account).accepting(1, "points"));
        assertThat(shop.available(account)).isEqualTo(Points.of(100 - 75 + 4));

        recorded(paid(sale("r-2", buyer, returned(1, "-1", "-15", "r-1", 1)), tender("CASH", "-15.00")));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(100 - 50 + 3));
        recorded(sale("r-3", buyer, returned(1, "-2", "-30", "r-1", 1)));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(100));
    }

    private Purchase sale(String number, String quantity) {
        BigDecimal pieces = new BigDecimal(quantity);
        PurchaseLine.Price price = new PurchaseLine.Price(
                money("44.00").multipliedBy(pieces),
                money("7.00").multipliedBy(pieces),
                money("11.00").multipliedBy(pieces));
        Article grinder = new Article(Sku.of("grinder"), List.of(), Set.of(), PromotionCode.of("SPRING"));
        return sale(number, buyer, new PurchaseLine(1, grinder, pieces, price, null));
    }

    private static BigMoney money(String amount) {
        return BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    private CheckoutResult checkOut(Checkout checkout) {
        return shop.membership().sales().checkOut(checkout);
    }

    private CheckedOut checkedOut(Checkout checkout) {
        CheckoutResult result = checkOut(checkout);
        assertThat(result).isInstanceOf(CheckedOut.class);
        return (CheckedOut) result;
    }

    private static EarningTerms.Bounds minimum(String amount) {
        EarningTerms.Bounds usual = EarningTerms.Bounds.DEFAULT;
        return new EarningTerms.Bounds(new BigDecimal(amount), usual.maxEarly(), usual.maxLate());
    }
}
