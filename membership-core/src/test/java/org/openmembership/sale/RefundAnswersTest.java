package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmembership.sale.RefundToPointsTest.beans;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ClubId;
import org.openmembership.club.Deferral;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.TenderTerms.Refunds;
import org.openmembership.deferral.PostedSales;
import org.openmembership.ledger.EntryId;
import org.openmembership.ledger.EntryKind;
import org.openmembership.ledger.Explanation;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.ExchangeRate;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.sale.SaleResult.RefundRefused;
import org.openmembership.shared.Points;
import org.openmembership.shared.TenderType;
import org.openmembership.statement.EntryExplanation;
import org.openmembership.testkit.Requirement;

/** What a till hears where money is paid back as points (B50): why so many, or why none, or not yet. */
class RefundAnswersTest extends SaleStage {
    private static final ClubId BEANS = ClubId.of("beans");

    private MemberId ada;
    private Buyer buyer;

    @BeforeEach
    void set_the_stage() {
        ada = shop.member();
        buyer = Buyer.member(ada);
    }

    @Test
    @Requirement({"B50", "R37"})
    void the_answer_the_preview_and_the_kept_entry_tell_how_the_money_became_points() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));
        Purchase back = paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50"));

        SaleResult.Previewed preview =
                (SaleResult.Previewed) shop.membership().sales().preview(back);
        Explanation why = recorded(back).clubs().get(0).explanation();

        assertThat(why.refund())
                .isEqualTo(new Explanation.Refund(
                        BigMoney.parse("EUR 50.00"), BigDecimal.ONE, BigMoney.parse("EUR 0.01"), Points.of(5_000)));
        assertThat(why.receipt())
                .containsExactly("= 0 points", "paid back as points: EUR 50.00, EUR 0.01 a point = 5000");
        assertThat(preview.clubs().get(0).explanation()).isEqualTo(why);
        EntryExplanation kept = explain(new EntryId(account, 2));
        assertThat(kept.earning()).isEqualTo(why);
        assertThat(kept.json())
                .contains(
                        "\"refund\":{\"money\":\"EUR 50.00\",\"rate\":\"1\",\"perPoint\":\"EUR 0.01\",\"points\":\"5000\"}");
        assertThat(recorded(back).clubs().get(0).explanation()).isEqualTo(why);
    }

    @Test
    @Requirement({"B50", "R37", "R39"})
    void an_exchange_explains_what_it_earns_and_what_it_pays_back_and_what_was_spent_is_not_part_of_it() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());
        shop.give(account, 1_000);
        Purchase sold = paid(sale("r-1", buyer, line(1, "1", "50")), tender("POINTS", "10"), tender("CASH", "40"));
        shop.membership().sales().checkOut(Checkout.of(sold, account));

        Purchase exchange = paid(
                sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1), line(2, "1", "20")), tender("POINTS", "-30"));
        Explanation why = recorded(exchange).clubs().get(0).explanation();

        assertThat(why.points()).isEqualTo(Points.of(2));
        assertThat(why.refund().money()).isEqualTo(BigMoney.parse("EUR 20.00"));
        assertThat(why.refund().points()).isEqualTo(Points.of(2_000));
        assertThat(why.receipt()).endsWith("paid back as points: EUR 20.00, EUR 0.01 a point = 2000");
    }

    @Test
    @Requirement({"B50", "R37"})
    void a_guest_who_brings_goods_back_is_told_why_the_account_that_bought_them_gets_points() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));

        Purchase back = paid(sale("r-2", Buyer.GUEST, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50"));
        ClubPoints answer = recorded(back).clubs().get(0);

        assertThat(answer.account()).isEqualTo(account);
        assertThat(answer.explanation().lines()).isEmpty();
        assertThat(answer.explanation().refund().points()).isEqualTo(Points.of(5_000));
        assertThat(recorded(back).clubs().get(0).explanation()).isEqualTo(answer.explanation());
    }

    @Test
    @Requirement({"B50", "R33"})
    void a_receipt_in_another_currency_pays_back_at_the_rate_it_carries_and_nothing_without_one() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());

        assertThat(record(abroad("r-1", null)))
                .isEqualTo(
                        new RefundRefused(key("r-1"), BEANS, RefundRefusal.RATE_MISSING, dollars("20"), dollars("20")));
        assertThat(record(abroad("r-1", ExchangeRate.of("GBP", "0.8")))).isInstanceOf(RefundRefused.class);
        assertThat(shop.history(account)).isEmpty();
        assertThat(shop.membership().sales().lookup(key("r-1"))).isEmpty();

        Explanation why = recorded(abroad("r-1", ExchangeRate.of("EUR", "0.9")))
                .clubs()
                .get(0)
                .explanation();

        assertThat(why.receipt()).endsWith("paid back as points: USD 20.00 at 0.9, EUR 0.01 a point = 1800");
        assertThat(shop.history(account))
                .filteredOn(entry -> entry.kind() == EntryKind.POSITIVE_ADJUSTMENT)
                .extracting(entry -> entry.points())
                .containsExactly(Points.of(1_800));
    }

    @Test
    @Requirement("B50")
    void a_closed_account_is_paid_nothing_back_and_the_receipt_is_not_kept() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));
        shop.closeAccount(account);
        Purchase back = paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50"));

        assertThat(record(back))
                .isEqualTo(new RefundRefused(back.key(), BEANS, RefundRefusal.CLOSED, euros("50"), euros("50")));
        assertThat(shop.membership().sales().lookup(back.key())).isEmpty();
        assertThat(record(paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("CASH", "-50"))))
                .isInstanceOf(SaleResult.Recorded.class);
    }

    @Test
    @Requirement({"B50", "R39"})
    void goods_of_a_sale_that_has_not_arrived_pay_nothing_back_until_it_has() {
        AccountId account = account(ada, beans(Refunds.MONEY_TOO).build());
        Purchase back = paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50"));

        assertThat(record(back)).isInstanceOf(SaleResult.UnknownOriginal.class);
        assertThat(shop.history(account)).isEmpty();

        recorded(sale("r-1", buyer, line(1, "1", "50")));
        recorded(back);
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(5_000));
    }

    @Test
    @Requirement({"B50", "A59", "B40", "R37"})
    void a_refund_of_a_sale_that_waits_is_told_at_once_and_paid_once_that_sale_is_posted() {
        AccountId account = account(
                ada,
                beans(Refunds.MONEY_TOO)
                        .earningPolicies(EarningTerms.Policies.DEFAULT.deferring(
                                new Deferral(Duration.ofDays(1), Deferral.Awaits.NOTHING)))
                        .build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));

        Purchase back = paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50"));
        ClubPoints waiting = recorded(back).clubs().get(0);

        assertThat(waiting.outcome()).isEqualTo(ClubPoints.Outcome.WAITING);
        assertThat(waiting.provisional()).isEqualTo(Points.of(5_000 - 5));
        assertThat(waiting.explanation().refund().points()).isEqualTo(Points.of(5_000));
        assertThat(shop.history(account)).isEmpty();

        shop.time().advance(Duration.ofDays(1));
        assertThat(postDue()).isEqualTo(new PostedSales(2, Points.of(5_000)));
        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(5_000));
        ClubPoints posted = recorded(back).clubs().get(0);
        assertThat(posted.outcome()).isEqualTo(ClubPoints.Outcome.POSTED);
        assertThat(posted.explanation().refund())
                .isEqualTo(waiting.explanation().refund());
        assertThat(postDue().sales()).isZero();
    }

    @Test
    @Requirement({"B50", "A59"})
    void goods_that_come_back_twice_while_their_sale_waits_are_paid_back_once() {
        AccountId account = account(
                ada,
                beans(Refunds.MONEY_TOO)
                        .earningPolicies(EarningTerms.Policies.DEFAULT.deferring(
                                new Deferral(Duration.ofDays(1), Deferral.Awaits.NOTHING)))
                        .build());
        recorded(sale("r-1", buyer, line(1, "1", "50")));
        recorded(paid(sale("r-2", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50")));

        Purchase again = paid(sale("r-3", buyer, returned(1, "-1", "-50", "r-1", 1)), tender("POINTS", "-50"));
        assertThat(record(again))
                .isEqualTo(new RefundRefused(again.key(), BEANS, RefundRefusal.MORE_THAN_DUE, euros("50"), euros("0")));
        shop.time().advance(Duration.ofDays(1));
        postDue();

        assertThat(shop.balance(account).booked()).isEqualTo(Points.of(5_000));
    }

    private PostedSales postDue() {
        return shop.membership().deferral().postDue(BEANS, Progress.NONE);
    }

    private EntryExplanation explain(EntryId entry) {
        return shop.membership().statements().explain(entry).orElseThrow();
    }

    private Purchase abroad(String number, @Nullable ExchangeRate rate) {
        BigMoney amount = BigMoney.of(CurrencyUnit.USD, new BigDecimal("-20"));
        PurchaseLine line =
                new PurchaseLine(1, Article.of("sku-1"), BigDecimal.ONE.negate(), PurchaseLine.Price.of(amount), null);
        Tender tender = new Tender(TenderType.of("POINTS"), Money.of(CurrencyUnit.USD, new BigDecimal("-20")));
        Purchase.Grounds grounds = new Purchase.Grounds(null, Set.of(), rate);
        return new Purchase(
                key(number),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                buyer,
                new Purchase.Content(CurrencyUnit.USD, List.of(line), List.of(tender), grounds));
    }

    private static Money dollars(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
