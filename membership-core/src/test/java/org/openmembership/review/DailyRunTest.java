package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** The run of each morning over what was spent in a calendar year: silver from 100, kept by 60. An order is a sale once it is complete. */
@Requirement("D33")
class DailyRunTest extends ReviewStage {
    private MemberId member;
    private AccountId account;

    @BeforeEach
    void spending_counts() {
        shop.publish(club -> club.review(
                new ReviewTerms(Measure.SPEND, new Window.CalendarYear(), Downgrade.TO_WHAT_IS_MET, Period.ofDays(1))));
        member = shop.member();
        account = shop.account(member, Shop.CLUB);
    }

    @Test
    void an_order_that_is_only_previewed_does_not_count_and_a_completed_one_does_the_next_morning() {
        run();
        Purchase order = new Purchase(
                shop.key(),
                shop.time().instant(),
                Purchase.Place.of("web-1", "WEB"),
                Buyer.member(member),
                new Purchase.Content(CurrencyUnit.EUR, List.of(line("1", "100", null)), List.of()));
        shop.membership().sales().preview(order);
        assertThat(schemeAfterReviewAt(account, "2026-03-02T05:00:00Z")).isEqualTo(Shop.STANDARD);

        shop.membership().sales().record(order);
        run();
        assertThat(scheme(account)).isEqualTo(Shop.STANDARD);
        assertThat(schemeAfterReviewAt(account, "2026-03-03T05:00:00Z")).isEqualTo(Shop.SILVER);
    }

    @Test
    void an_order_counts_in_the_year_in_which_it_was_completed() {
        shop.time().set("2026-12-31T22:30:00Z");
        buys(member, "60");
        shop.time().set("2026-12-31T23:30:00Z");
        buys(member, "40");

        assertThat(schemeAfterReviewAt(account, "2027-01-01T05:00:00Z")).isEqualTo(Shop.STANDARD);
        buys(member, "60");
        assertThat(schemeAfterReviewAt(account, "2027-01-02T05:00:00Z")).isEqualTo(Shop.SILVER);
    }

    @Test
    void what_was_taken_off_the_price_does_not_count() {
        BigMoney paid = BigMoney.of(CurrencyUnit.EUR, new BigDecimal("99.99"));
        BigMoney nothing = BigMoney.zero(CurrencyUnit.EUR);
        BigMoney off = BigMoney.of(CurrencyUnit.EUR, new BigDecimal("50.01"));
        record(
                member,
                new PurchaseLine(
                        1, Article.of("sku-1"), BigDecimal.ONE, new PurchaseLine.Price(paid, nothing, off), null));

        assertThat(schemeAfterReviewAt(account, "2026-03-02T05:00:00Z")).isEqualTo(Shop.STANDARD);
        buys(member, "0.01");
        assertThat(schemeAfterReviewAt(account, "2026-03-03T05:00:00Z")).isEqualTo(Shop.SILVER);
    }

    @Test
    void a_return_or_a_cancellation_is_counted_the_next_morning_and_may_downgrade() {
        Purchase order = buys(member, "100");
        assertThat(schemeAfterReviewAt(account, "2026-03-02T05:00:00Z")).isEqualTo(Shop.SILVER);

        record(member, line("-0.4", "-40", new OriginalLine(order.key(), 1)));
        assertThat(schemeAfterReviewAt(account, "2026-03-03T05:00:00Z")).isEqualTo(Shop.SILVER);
        record(member, line("-0.6", "-60", new OriginalLine(order.key(), 1)));
        run();
        assertThat(scheme(account)).isEqualTo(Shop.SILVER);
        assertThat(schemeAfterReviewAt(account, "2026-03-04T05:00:00Z")).isEqualTo(Shop.STANDARD);
        assertThat(lastMove(account).cause().measure()).isEqualByComparingTo("0");
    }
}
