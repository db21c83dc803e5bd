package org.openmembership.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemePin;
import org.openmembership.backtest.BackTestResult.Counts;
import org.openmembership.backtest.BackTestResult.Loser;
import org.openmembership.backtest.BackTestResult.Month;
import org.openmembership.backtest.BackTestResult.SchemeShift;
import org.openmembership.club.Club;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ClubId;
import org.openmembership.club.LineCondition;
import org.openmembership.club.PointCap;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.PointValue;
import org.openmembership.club.ReviewTerms;
import org.openmembership.club.Scheme;
import org.openmembership.club.Validity;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.shared.Points;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Sku;
import org.openmembership.testing.Needles;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

@Requirement({"R34", "R35", "R38"})
class BackTestTest extends ShopTest {
    private static final BackTestOptions MARCH_AND_APRIL =
            BackTestOptions.between(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z"));

    @Test
    void points_and_cost_are_shown_before_and_after_and_by_month() {
        earning("10");
        MemberId member = member();
        sell(member, "sku-1", "100");
        shop.time().set("2026-04-10T12:00:00Z");
        sell(member, "sku-1", "50");

        BackTestResult result = run(
                coffee("5").pointValue(PointValue.of(CurrencyUnit.EUR, "0.005")).build());

        assertThat(result.total().before().points()).isEqualTo(Points.of(15));
        assertThat(result.total().before().cost()).isEqualByComparingTo("0.15");
        assertThat(result.total().after().points()).isEqualTo(Points.of(30));
        assertThat(result.total().after().cost()).isEqualByComparingTo("0.15");
        assertThat(result.months())
                .extracting(Month::month)
                .containsExactly(YearMonth.of(2026, 3), YearMonth.of(2026, 4));
        assertThat(result.months())
                .extracting(month -> month.comparison().difference())
                .containsExactly(Points.of(10), Points.of(5));
        assertThat(result.counts()).isEqualTo(new Counts(1, 2, 1, 0));
        assertThat(result.currency()).isEqualTo(CurrencyUnit.EUR);
    }

    @Test
    void those_who_lose_most_are_listed_first_and_no_more_than_asked() {
        earning("10");
        for (String amount : List.of("100", "300", "200")) {
            sell(member(), "gift", amount);
        }
        MemberId winner = member();
        sell(winner, "sku-1", "100");
        Club changed = shop.coffee()
                .rules(PointRule.everything("base", PointRate.amount("2", "10")), onItem("gift", "1", "50"))
                .build();

        BackTestOptions two =
                new BackTestOptions(MARCH_AND_APRIL.from(), MARCH_AND_APRIL.to(), 2, BackTestOptions.Earning.AS_HELD);
        BackTestResult result = shop.membership().backTest().run(changed, two, Progress.NONE);

        assertThat(result.counts()).isEqualTo(new Counts(4, 4, 1, 3));
        assertThat(result.losers())
                .extracting(loser -> loser.comparison().difference())
                .containsExactly(Points.of(-24), Points.of(-16));
        assertThat(run(changed).losers()).extracting(Loser::account).hasSize(3);
    }

    @Test
    @Requirement("R39")
    void what_came_back_is_taken_off_both_in_the_month_of_the_sale() {
        earning("10");
        MemberId member = member();
        Purchase sale = sell(member, "sku-1", "100");
        shop.time().set("2026-05-10T12:00:00Z");
        record(Buyer.GUEST, line("sku-1", "-1", "-40", new OriginalLine(sale.key(), 1)));

        BackTestResult result = run(coffee("5").build());

        assertThat(result.total().before().points()).isEqualTo(Points.of(6));
        assertThat(result.total().after().points()).isEqualTo(Points.of(12));
        assertThat(result.months()).hasSize(1);
    }

    @Test
    @Requirement("R36")
    void caps_of_the_changed_club_count_over_sales() {
        earning("10");
        MemberId member = member();
        sell(member, "sku-1", "100");
        sell(member, "sku-1", "100");

        Club capped = shop.coffee()
                .rules(PointRule.everything("base", PointRate.amount("1", "10"))
                        .capped(new PointCap(PointCap.Span.MONTH, Points.of(12))))
                .build();

        assertThat(run(capped).total().after().points()).isEqualTo(Points.of(12));
    }

    @Test
    @Requirement("B3")
    void sales_earn_for_the_scheme_that_was_held_then() {
        earning("10");
        MemberId member = member();
        AccountId account = shop.storage()
                .read(stores -> stores.accounts().of(member, Shop.CLUB))
                .orElseThrow()
                .id();
        sell(member, "sku-1", "100");
        shop.time().set("2026-03-02T12:00:00Z");
        shop.membership().review().pin(account, Shop.GOLD, new SchemePin(ReasonCode.of("vip"), null));
        shop.time().set("2026-03-03T12:00:00Z");
        sell(member, "sku-1", "100");
        LineCondition gold = LineCondition.builder().schemes(Set.of(Shop.GOLD)).build();
        PointRule ofGold = PointRule.of("gold", 5, Validity.ALWAYS, gold, PointRate.amount("3", "10"));

        BackTestResult result = run(coffee("10").rules(ofGold).build());

        assertThat(result.total().after().points()).isEqualTo(Points.of(40));
    }

    @Test
    @Requirement({"R41", "R45"})
    void schemes_are_judged_by_what_the_stretch_counts_for_both() {
        earning("10");
        sell(member(), "sku-1", "120");
        sell(member(), "sku-1", "700");
        sell(member(), "sku-1", "5");
        ReviewTerms bySpend = new ReviewTerms(
                ReviewTerms.Measure.SPEND,
                new ReviewTerms.Window.Rolling(Period.ofYears(1)),
                ReviewTerms.Downgrade.NEVER,
                Period.ofDays(1));

        BackTestResult result = run(coffee("10").review(bySpend).build());

        assertThat(result.shifts())
                .containsExactly(
                        new SchemeShift(Shop.STANDARD, Shop.GOLD, 1), new SchemeShift(Shop.STANDARD, Shop.SILVER, 1));
        assertThat(run(shop.coffee().rules(List.of()).build()).shifts()).isEmpty();
    }

    @Test
    void sales_of_other_clubs_and_of_guests_do_not_count() {
        earning("10");
        MemberId tea = shop.member();
        shop.account(tea, shop.anotherClub("tea"));
        sell(tea, "sku-1", "100");
        shop.account(tea, Shop.CLUB);
        record(Buyer.GUEST, line("sku-1", "1", "100", null));
        sell(member(), "sku-1", "10");

        assertThat(run(coffee("1").build()).counts()).isEqualTo(new Counts(2, 1, 1, 0));
    }

    @Test
    void only_sales_of_the_stretch_count() {
        earning("10");
        MemberId member = member();
        shop.time().set("2026-05-01T00:00:00Z");
        sell(member, "sku-1", "100");

        assertThat(run(coffee("1").build()).counts().sales()).isZero();
    }

    @Test
    void all_accounts_are_gone_through_and_told() {
        earning("10");
        for (int i = 0; i < 103; i++) {
            shop.account();
        }
        List<Long> told = new ArrayList<>();

        BackTestResult result = shop.membership().backTest().run(coffee("1").build(), MARCH_AND_APRIL, told::add);

        assertThat(result.counts().accounts()).isEqualTo(103);
        assertThat(told).containsExactly(100L, 103L);
    }

    @Test
    void a_club_that_is_not_published_and_another_currency_are_refused() {
        Club unknown = Club.builder(ClubId.of("none"))
                .name("None")
                .in(CurrencyUnit.EUR, ZoneOffset.UTC)
                .schemes(Scheme.byHand("none-only", "Only", 1))
                .build();
        Club dollars = shop.coffee()
                .in(CurrencyUnit.USD, ZoneOffset.UTC)
                .pointValue(PointValue.of(CurrencyUnit.USD, "0.01"))
                .build();

        assertThatThrownBy(() -> run(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> run(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("USD");
        assertThatThrownBy(() -> BackTestOptions.between(MARCH_AND_APRIL.to(), MARCH_AND_APRIL.from()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_row_of_any_table_is_written() {
        assumeTrue(shop.engine().database().isPresent(), "only a database has tables");
        earning("10");
        MemberId member = member();
        sell(member, "sku-1", "100");
        Needles tables = Needles.ofLatest(shop.engine().database().orElseThrow());
        Map<String, List<String>> before = tables.values();

        assertThat(run(coffee("1").build()).total().difference()).isEqualTo(Points.of(90));

        assertThat(before).containsKey("om_entry.points");
        assertThat(tables.values()).isEqualTo(before);
    }

    private void earning(String per) {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", per))));
    }

    private ClubBuilder coffee(String per) {
        return shop.coffee().rules(PointRule.everything("base", PointRate.amount("1", per)));
    }

    private static PointRule onItem(String sku, String points, String per) {
        LineCondition item = LineCondition.builder().items(Set.of(Sku.of(sku))).build();
        return PointRule.of("item", 9, Validity.ALWAYS, item, PointRate.amount(points, per));
    }

    private BackTestResult run(Club changed) {
        return shop.membership().backTest().run(changed, MARCH_AND_APRIL, Progress.NONE);
    }

    private MemberId member() {
        MemberId member = shop.member();
        shop.account(member, Shop.CLUB);
        return member;
    }

    private Purchase sell(MemberId member, String sku, String amount) {
        return record(Buyer.member(member), line(sku, "1", amount, null));
    }

    private Purchase record(Buyer buyer, PurchaseLine line) {
        Purchase purchase = new Purchase(
                shop.key(),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                buyer,
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
        shop.membership().sales().record(purchase);
        return purchase;
    }

    private static PurchaseLine line(String sku, String quantity, String amount, @Nullable OriginalLine returnOf) {
        BigMoney price = BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount));
        return new PurchaseLine(1, Article.of(sku), new BigDecimal(quantity), PurchaseLine.Price.of(price), returnOf);
    }
}
