package org.openmembership.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ClubId;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.ReviewTerms.Downgrade;
import org.openmembership.club.ReviewTerms.Measure;
import org.openmembership.club.ReviewTerms.Window;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** Schemes by what was spent, at once or in all, and by visits; in euros, silver from 100 or 3 and gold from 500 or 5. */
@Requirement({"B51", "R41"})
class ReviewMeasuresTest extends ReviewStage {
    private MemberId ada;
    private AccountId account;

    @BeforeEach
    void ada_collects() {
        ada = shop.member();
        account = shop.account(ada, Shop.CLUB);
    }

    @Test
    @Requirement("D18")
    void spend_is_the_sum_of_all_purchases() {
        by(Measure.SPEND);
        buy("r-1", "60.0001");
        buy("r-2", "39.9998");
        assertThat(afterReview()).isEqualTo(Shop.STANDARD);

        buy("r-3", "0.0001");

        assertThat(afterReview()).isEqualTo(Shop.SILVER);
        assertThat(lastMove(account).cause().measure()).isEqualByComparingTo("100.0000");
    }

    @Test
    @Requirement("D18")
    void single_spend_is_the_largest_purchase_with_all_its_lines() {
        by(Measure.SINGLE_SPEND);
        buy("r-1", "99.99");
        buy("r-2", "60", "39");
        assertThat(afterReview()).isEqualTo(Shop.STANDARD);

        buy("r-3", "60", "40");

        assertThat(afterReview()).isEqualTo(Shop.SILVER);
    }

    @Test
    void visits_are_the_purchases_something_was_paid_for() {
        byVisits();
        buy("r-1", "1");
        buy("r-2", "1", "1");
        buy("r-3", "0");
        assertThat(afterReview()).isEqualTo(Shop.STANDARD);

        buy("r-4", "0.01");

        assertThat(afterReview()).isEqualTo(Shop.SILVER);
        assertThat(lastMove(account).cause().measure()).isEqualByComparingTo("3");
    }

    @Test
    @Requirement("R39")
    void what_comes_back_reduces_what_was_spent_whoever_brings_it() {
        by(Measure.SPEND);
        buy("r-1", "600");
        assertThat(afterReview()).isEqualTo(Shop.GOLD);

        bringBack("r-2", Buyer.GUEST, "-450", "r-1");
        bringBack("r-3", Buyer.member(ada), "-100", "r-1");

        assertThat(afterReview()).isEqualTo(Shop.STANDARD);
        assertThat(lastMove(account).cause().measure()).isEqualByComparingTo("50");
    }

    @Test
    @Requirement("R39")
    void what_comes_back_reduces_the_purchase_it_was_in() {
        by(Measure.SINGLE_SPEND);
        buy("r-1", "600");
        buy("r-2", "120");
        assertThat(afterReview()).isEqualTo(Shop.GOLD);

        bringBack("r-3", Buyer.GUEST, "-590", "r-1");

        assertThat(afterReview()).isEqualTo(Shop.SILVER);
        assertThat(lastMove(account).cause().measure()).isEqualByComparingTo("120");
    }

    @Test
    @Requirement("R39")
    void a_purchase_that_came_back_whole_is_no_visit() {
        byVisits();
        for (int i = 1; i <= 3; i++) {
            buy("r-" + i, "10");
        }
        assertThat(afterReview()).isEqualTo(Shop.SILVER);

        bringBack("b-1", Buyer.GUEST, "-9", "r-1");
        assertThat(afterReview()).isEqualTo(Shop.SILVER);
        bringBack("b-2", Buyer.GUEST, "-1", "r-1");
        assertThat(afterReview()).isEqualTo(Shop.STANDARD);
    }

    @Test
    @Requirement("R33")
    void what_was_paid_in_the_currency_of_another_club_does_not_count() {
        Club dollars = Club.builder(ClubId.of("dollars"))
                .name("Dollars")
                .in(CurrencyUnit.USD, ZoneId.of("Europe/Berlin"))
                .schemes(Scheme.byHand("dollars-only", "Only", 1))
                .build();
        shop.publish(dollars);
        shop.account(ada, dollars.id());
        for (Measure measure : List.of(Measure.SPEND, Measure.SINGLE_SPEND)) {
            by(measure);
            record(purchase("usd-" + measure, Buyer.member(ada), CurrencyUnit.USD, line(1, CurrencyUnit.USD, "900")));
            assertThat(afterReview()).as(measure.name()).isEqualTo(Shop.STANDARD);
        }
        byVisits();
        record(purchase("usd-3", Buyer.member(ada), CurrencyUnit.USD, line(1, CurrencyUnit.USD, "1")));
        assertThat(afterReview()).isEqualTo(Shop.STANDARD);
    }

    @Test
    void purchases_count_while_the_window_covers_them() {
        shop.publish(club -> club.review(new ReviewTerms(
                Measure.SPEND, new Window.Rolling(Period.ofDays(10)), Downgrade.TO_WHAT_IS_MET, Period.ofDays(1))));
        buy("r-1", "500");

        assertThat(schemeAfterReviewAt(account, "2026-03-10T22:59:00Z")).isEqualTo(Shop.GOLD);
        assertThat(schemeAfterReviewAt(account, "2026-03-10T23:00:00Z")).isEqualTo(Shop.STANDARD);
    }

    private void by(Measure measure) {
        shop.publish(club -> club.review(terms(measure)));
    }

    private void byVisits() {
        shop.publish(Club.builder(Shop.CLUB)
                .name("Coffee Club")
                .in(CurrencyUnit.EUR, ZoneId.of("Europe/Berlin"))
                .schemes(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, "3", "3"),
                        Scheme.from("gold", "Gold", 3, "5", "5"))
                .review(terms(Measure.VISITS))
                .build());
    }

    private static ReviewTerms terms(Measure measure) {
        return new ReviewTerms(
                measure, new Window.Rolling(Period.ofYears(1)), Downgrade.TO_WHAT_IS_MET, Period.ofDays(1));
    }

    private SchemeId afterReview() {
        tomorrow();
        run();
        return scheme(account);
    }

    private void buy(String number, String... amounts) {
        PurchaseLine[] lines = new PurchaseLine[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            lines[i] = line(i + 1, CurrencyUnit.EUR, amounts[i]);
        }
        record(purchase(number, Buyer.member(ada), CurrencyUnit.EUR, lines));
    }

    private void bringBack(String number, Buyer buyer, String amount, String original) {
        PurchaseLine back = new PurchaseLine(
                1,
                Article.of("sku-1"),
                BigDecimal.ONE.negate(),
                PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount))),
                new OriginalLine(key(original), 1));
        record(purchase(number, buyer, CurrencyUnit.EUR, back));
    }

    private void record(Purchase purchase) {
        assertThat(shop.membership().sales().record(purchase)).isInstanceOf(SaleResult.Recorded.class);
    }

    private Purchase purchase(String number, Buyer buyer, CurrencyUnit currency, PurchaseLine... lines) {
        return new Purchase(
                key(number),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                buyer,
                new Purchase.Content(currency, Arrays.asList(lines), List.of()));
    }

    private static PurchaseLine line(int number, CurrencyUnit currency, String amount) {
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(currency, new BigDecimal(amount)));
        return new PurchaseLine(number, Article.of("sku-1"), BigDecimal.ONE, price, null);
    }

    private static ExternalKey key(String number) {
        return ExternalKey.of("till-7", number);
    }
}
