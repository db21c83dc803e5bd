package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ConsumptionOrder;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.EarningTerms.Base.PaidWithPoints;
import org.openmembership.club.PointValue;
import org.openmembership.club.RedemptionBounds;
import org.openmembership.club.RedemptionBounds.Limit;
import org.openmembership.club.RedemptionBounds.Stretch;
import org.openmembership.club.SpendingTerms;
import org.openmembership.club.TenderTerms;
import org.openmembership.holding.CaptureRequest;
import org.openmembership.holding.HoldRequest;
import org.openmembership.holding.HoldResult;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.PointEntry;
import org.openmembership.ledger.SpendingRefusal;
import org.openmembership.ledger.SpendingRefusal.Reason;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.redemption.RedemptionResult;
import org.openmembership.sale.CheckoutResult.CheckedOut;
import org.openmembership.sale.CheckoutResult.PaymentRefused;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.Points;
import org.openmembership.shared.Sku;
import org.openmembership.testkit.Requirement;

/** A sale earns, and is paid in part with points, in one call under one key; a point is worth a cent. */
@Requirement({"R49", "A47", "D36", "B66"})
class CheckoutTest extends SaleStage {
    private MemberId ada;
    private Buyer buyer;

    @BeforeEach
    void set_the_stage() {
        ada = shop.member();
        buyer = Buyer.member(ada);
    }

    @Test
    @Requirement({"R33", "R27", "B5"})
    void a_sale_earns_on_what_was_not_paid_with_points_and_spends_the_rest_together() {
        AccountId account = open(beans());
        Purchase sale = paid(sale("r-1", buyer, line(1, "1", "100")), tender("POINTS", "30"), tender("CASH", "70"));

        CheckedOut done = checkedOut(sale, account);
        CheckedOut again = checkedOut(sale, account);

        assertThat(shop.history(account).subList(1, 3))
                .extracting(entry -> entry.kind() + " " + entry.points())
                .containsExactly("REDEMPTION -3000", "SALE 7");
        assertThat(done.spent()).containsExactly(shop.history(account).get(1));
        assertThat(done.paid()).isEqualTo(euros("30.00"));
        assertThat(done.sale().clubs().get(0).available()).isEqualTo(Points.of(2_007));
        assertThat(again.spent()).isEqualTo(done.spent());
        assertThat(again.paid()).isEqualTo(done.paid());
        assertThat(again.sale().repeated()).isTrue();
        assertThat(shop.available(account)).isEqualTo(Points.of(2_007));
    }

    @Test
    void a_receipt_without_points_is_just_recorded() {
        AccountId account = open(beans());
        Purchase sale = paid(sale("r-1", buyer, line(1, "1", "100")), tender("CASH", "100"));

        assertThat(checkedOut(sale, account).spent()).isEmpty();
        assertThat(checkedOut(sale, account).sale().repeated()).isTrue();
        assertThat(shop.available(account)).isEqualTo(Points.of(5_010));
    }

    @Test
    @Requirement("R33")
    void a_club_may_let_earn_what_was_paid_with_points() {
        AccountId account = open(beans().earningBase(including()));

        checkedOut(paid(sale("r-1", buyer, line(1, "1", "100")), tender("POINTS", "30")), account);

        assertThat(shop.available(account)).isEqualTo(Points.of(2_010));
    }

    @Test
    @Requirement({"R33", "B68"})
    void points_spent_in_a_sale_below_the_least_that_earns_are_written_off_all_the_same() {
        EarningTerms.Bounds usual = EarningTerms.Bounds.DEFAULT;
        AccountId account = open(beans().earningBounds(
                        new EarningTerms.Bounds(new BigDecimal("200"), usual.maxEarly(), usual.maxLate())));

        CheckedOut done = checkedOut(paid(sale("r-1", buyer, line(1, "1", "100")), tender("POINTS", "30")), account);

        assertThat(done.sale().clubs().get(0).entries()).isEmpty();
        assertThat(shop.available(account)).isEqualTo(Points.of(2_000));
    }

    @Test
    void the_last_step_pays_the_last_cent() {
        AccountId account = open(beans().pointValue(PointValue.of(CurrencyUnit.EUR, "0.05"))
                .spending(bounds(new RedemptionBounds(Points.of(1), Points.of(1), BigDecimal.ONE, null))));

        CheckedOut done = checkedOut(paid(sale("r-1", buyer, line(1, "1", "9.99")), tender("POINTS", "9.99")), account);

        assertThat(done.spent().get(0).points()).isEqualTo(Points.of(-200));
        assertThat(done.paid()).isEqualTo(euros("9.99"));
    }

    @Test
    @Requirement({"R26", "R27", "I28"})
    void a_refusal_writes_nothing_and_the_receipt_comes_again_paid_otherwise() {
        AccountId account = open(beans());
        Purchase dear = paid(sale("r-1", buyer, line(1, "1", "100")), tender("POINTS", "50.01"));

        assertThat(checkOut(dear, account))
                .isEqualTo(refusal(Reason.NOT_ENOUGH_POINTS, Points.of(5_001), Points.of(5_000), Points.ZERO));
        assertThat(shop.membership().sales().lookup(key("r-1"))).isEmpty();
        assertThat(shop.history(account)).hasSize(1);
        checkedOut(paid(sale("r-1", buyer, line(1, "1", "100")), tender("POINTS", "50")), account);
        assertThat(shop.available(account)).isEqualTo(Points.of(5));
    }

    @Test
    void what_a_sale_earns_never_pays_for_it() {
        shop.publish(beans().build());
        AccountId account = shop.account(ada, beans().build().id());

        assertThat(checkOut(paid(sale("r-1", buyer, line(1, "1", "1000")), tender("POINTS", "1.00")), account))
                .isEqualTo(refusal(Reason.NOT_ENOUGH_POINTS, Points.of(100), Points.ZERO, Points.ZERO));
    }

    @Test
    @Requirement({"A48", "R47"})
    void the_bounds_of_redemptions_hold() {
        Limit twice = new Limit(null, 1, new Stretch(1, Stretch.Unit.DAY));
        AccountId account = open(beans().spending(
                        bounds(new RedemptionBounds(Points.of(100), Points.of(50), new BigDecimal("0.5"), twice))));

        assertThat(checkOut(receipt("0.50"), account))
                .isEqualTo(refusal(Reason.BELOW_MINIMUM, Points.of(50), Points.of(5_000), Points.of(100)));
        assertThat(checkOut(receipt("5.50"), account))
                .isEqualTo(refusal(Reason.ABOVE_SHARE, Points.of(550), Points.of(5_000), Points.of(500)));
        checkedOut(receipt("5.00"), account);
        Purchase second = paid(sale("r-2", buyer, line(1, "1", "10")), tender("POINTS", "1.00"));
        assertThat(checkOut(second, account))
                .isEqualTo(refusal(Reason.TOO_OFTEN, Points.of(100), Points.of(4_500), Points.ZERO));
    }

    @Test
    @Requirement("R54")
    void blocked_closed_and_unknown_accounts_pay_nothing() {
        AccountId account = open(beans());
        shop.block(account);
        assertThat(((PaymentRefused) checkOut(receipt("1.00"), account)).why().reason())
                .isEqualTo(Reason.BLOCKED);
        shop.unblock(account);
        shop.closeAccount(account);
        assertThat(((PaymentRefused) checkOut(receipt("1.00"), account)).why().reason())
                .isEqualTo(Reason.CLOSED);
        assertThat(((PaymentRefused) checkOut(receipt("1.00"), AccountId.of("nobody")))
                        .why()
                        .reason())
                .isEqualTo(Reason.UNKNOWN_ACCOUNT);
        assertThat(shop.membership().sales().lookup(key("r-1"))).isEmpty();
    }

    @Test
    @Requirement("R27")
    void a_receipt_that_was_paid_otherwise_is_another_one() {
        AccountId account = open(beans());
        AccountId other = shop.account(shop.member(), beans().build().id());
        Purchase first = receipt("5.00");
        recorded(first);
        assertThat(checkOut(first, account)).isInstanceOf(CheckoutResult.KeyReused.class);

        Purchase second = paid(sale("r-2", buyer, line(1, "1", "10")), tender("POINTS", "1.00"));
        checkedOut(second, account);
        assertThat(checkOut(second, other)).isInstanceOf(CheckoutResult.KeyReused.class);
        Purchase changed = paid(sale("r-2", buyer, line(1, "1", "10")), tender("POINTS", "2.00"));
        assertThat(checkOut(changed, account)).isInstanceOf(CheckoutResult.KeyReused.class);

        RedemptionResult alone = shop.membership().redemption().redeem(account, Points.of(1), key("r-3"));
        assertThat(alone).isInstanceOf(RedemptionResult.Redeemed.class);
        Purchase third = paid(sale("r-3", buyer, line(1, "1", "10")), tender("POINTS", "1.00"));
        assertThat(checkOut(third, account)).isInstanceOf(CheckoutResult.KeyReused.class);
    }

    @Test
    @Requirement({"R39", "D26", "I11"})
    void what_was_paid_with_points_comes_back_as_the_tenders_of_the_return_say() {
        AccountId account = open(beans());
        checkedOut(
                paid(sale("r-1", buyer, line(1, "2", "100")), tender("POINTS", "30"), tender("CASH", "70")), account);

        recorded(paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-20")));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(5_000 - 3_000 + 7 + 2_000 - 3));
        recorded(paid(sale("r-3", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-20")));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(5_000));
    }

    @Test
    @Requirement({"R39", "R29"})
    void points_of_a_hold_that_was_captured_for_the_receipt_come_back_too() {
        AccountId account = open(beans());
        HoldResult.Held held = (HoldResult.Held)
                shop.membership().holding().place(HoldRequest.of(account, Points.of(1_000), shop.key()));
        shop.membership().holding().capture(CaptureRequest.of(held.hold().id(), key("r-1")));
        recorded(paid(sale("r-1", buyer, line(1, "1", "100")), tender("POINTS", "10"), tender("CASH", "90")));

        recorded(paid(sale("r-2", buyer, returned(1, "-1", "-100", "r-1", 1)), tender("POINTS", "-10")));

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(5_000));
    }

    @Test
    @Requirement("R26")
    void an_exchange_that_would_take_points_that_it_spends_is_refused_whole() {
        AccountId account = open(beans().spending(new SpendingTerms(
                ConsumptionOrder.NEAREST_EXPIRY,
                TenderTerms.DEFAULT,
                Points.ZERO,
                SpendingTerms.WhenSpent.REFUSE,
                Period.ZERO)));
        recorded(sale("r-1", buyer, line(1, "1", "100")));
        Article deposit = new Article(Sku.of("sku-2"), List.of(), Set.of(GroupCode.of("DEPOSIT")), null);
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, 151));
        PurchaseLine sold = new PurchaseLine(2, deposit, BigDecimal.ONE, price, null);
        Purchase exchange =
                paid(sale("r-2", buyer, returned(1, "-1", "-100", "r-1", 1), sold), tender("POINTS", "50.10"));

        assertThat(checkOut(exchange, account)).isInstanceOf(CheckoutResult.SaleRefused.class);
        assertThat(shop.available(account)).isEqualTo(Points.of(5_010));
        assertThat(shop.history(account)).extracting(PointEntry::kind).doesNotContain(EntryKind.REDEMPTION);
    }

    private AccountId open(ClubBuilder club) {
        AccountId account = account(ada, club.build());
        shop.give(account, 5_000);
        return account;
    }

    private static ClubBuilder beans() {
        return club("beans").pointValue(PointValue.of(CurrencyUnit.EUR, "0.01"));
    }

    private static EarningTerms.Base including() {
        EarningTerms.Base usual = EarningTerms.Base.DEFAULT;
        return new EarningTerms.Base(usual.tax(), usual.pointTenders(), PaidWithPoints.INCLUDE, usual.excluded());
    }

    private static SpendingTerms bounds(RedemptionBounds bounds) {
        SpendingTerms usual = SpendingTerms.DEFAULT;
        return new SpendingTerms(
                usual.order(), TenderTerms.of(bounds), usual.offlineLimit(), usual.whenSpent(), usual.grace());
    }

    /** A receipt over ten euros of which so much is paid with points. */
    private Purchase receipt(String points) {
        return paid(sale("r-1", buyer, line(1, "1", "10")), tender("POINTS", points));
    }

    private CheckoutResult checkOut(Purchase purchase, AccountId payer) {
        return shop.membership().sales().checkOut(Checkout.of(purchase, payer));
    }

    private CheckedOut checkedOut(Purchase purchase, AccountId payer) {
        CheckoutResult result = checkOut(purchase, payer);
        assertThat(result).isInstanceOf(CheckedOut.class);
        return (CheckedOut) result;
    }

    private static PaymentRefused refusal(Reason reason, Points asked, Points available, Points bound) {
        return new PaymentRefused(new SpendingRefusal(reason, asked, available, bound, null));
    }

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
