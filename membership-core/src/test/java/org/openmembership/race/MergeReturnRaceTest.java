package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.envoys.EnvoyForm;
import org.openmembership.member.MemberId;
import org.openmembership.merging.MergeRequest;
import org.openmembership.merging.MergeResult.Merged;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testing.Merges;
import org.openmembership.testing.Recruits;
import org.openmembership.testing.Rounds;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** Goods come back while whoever has earned on them is merged; ten times each, on every storage. */
@Requirement({"R16", "R32", "R39"})
final class MergeReturnRaceTest extends ShopTest {
    @BeforeEach
    void a_point_for_a_euro() {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1"))));
    }

    @Test
    void what_comes_back_while_the_buyer_is_merged_is_taken_back_once_wherever_the_points_are() {
        Rounds.each(round -> {
            MemberId ada = shop.member();
            MemberId eve = shop.member();
            AccountId into = shop.account(ada, Shop.CLUB);
            AccountId from = shop.account(eve, Shop.CLUB);
            shop.give(into, 10);
            ExternalKey sold = sell(eve, 60);
            Purchase one = back(eve, sold, 20);
            Purchase two = back(eve, sold, 40);
            MergeRequest merge = new Merges(shop).of(ada, eve);

            List<Object> results = Together.<Object>atOnce(List.of(
                    () -> shop.membership().sales().record(one),
                    () -> shop.membership().merging().merge(merge),
                    () -> shop.membership().sales().record(two)));

            assertMergedWith(results);
            assertThat(shop.balance(into).booked()).as("%s", results).isEqualTo(Points.of(10));
            assertThat(shop.balance(from).booked()).isEqualTo(Points.ZERO);
            assertThat(shop.row(from).isClosed()).isTrue();
        });
    }

    @Test
    void what_comes_back_while_an_account_changes_hands_is_taken_back_there() {
        Rounds.each(round -> {
            MemberId ada = shop.member();
            MemberId eve = shop.member();
            AccountId account = shop.account(eve, Shop.CLUB);
            ExternalKey sold = sell(eve, 60);
            Purchase back = back(eve, sold, 20);
            MergeRequest merge = new Merges(shop).of(ada, eve);

            List<Object> results = Together.<Object>atOnce(List.of(
                    () -> shop.membership().merging().merge(merge),
                    () -> shop.membership().sales().record(back)));

            assertMergedWith(results);
            assertThat(shop.row(account).owner().mainMember()).isEqualTo(ada);
            assertThat(shop.balance(account).booked()).isEqualTo(Points.of(40));
        });
    }

    @Test
    @Requirement({"A52", "R56"})
    void what_comes_back_while_the_envoy_is_merged_leaves_no_share_of_it_to_anybody() {
        Rounds.each(round -> {
            MemberId zoe = shop.member();
            MemberId max = shop.member();
            AccountId from = shop.account(zoe, Shop.CLUB);
            AccountId into = shop.account(max, Shop.CLUB);
            MemberId bob = recruit(zoe, round);
            ExternalKey sold = sell(bob, 60);
            assertThat(shop.balance(from).booked()).isEqualTo(Points.of(30));
            Purchase back = back(bob, sold, 60);
            Purchase more = sale(bob, shop.key(), 20);
            MergeRequest merge = new Merges(shop).of(max, zoe);

            List<Object> results = Together.<Object>atOnce(List.of(
                    () -> shop.membership().sales().record(back),
                    () -> shop.membership().merging().merge(merge),
                    () -> shop.membership().sales().record(more)));

            assertMergedWith(results);
            assertThat(shop.balance(into).booked()).as("%s", results).isEqualTo(Points.of(10));
            assertThat(shop.balance(from).booked()).isEqualTo(Points.ZERO);
        });
    }

    @Test
    @Requirement({"A52", "R56"})
    void what_comes_back_while_the_recruit_is_merged_takes_the_share_back_once() {
        Rounds.each(round -> {
            MemberId zoe = shop.member();
            AccountId zoes = shop.account(zoe, Shop.CLUB);
            MemberId bob = recruit(zoe, round);
            MemberId ada = shop.member();
            AccountId adas = shop.account(ada, Shop.CLUB);
            ExternalKey sold = sell(bob, 60);
            Purchase one = back(bob, sold, 20);
            Purchase two = back(bob, sold, 40);
            MergeRequest merge = new Merges(shop).of(ada, bob);

            List<Object> results = Together.<Object>atOnce(List.of(
                    () -> shop.membership().sales().record(one),
                    () -> shop.membership().merging().merge(merge),
                    () -> shop.membership().sales().record(two)));

            assertMergedWith(results);
            assertThat(shop.balance(zoes).booked()).as("%s", results).isEqualTo(Points.ZERO);
            assertThat(shop.balance(adas).booked()).isEqualTo(Points.ZERO);
        });
    }

    private static void assertMergedWith(List<Object> results) {
        assertThat(results).filteredOn(Merged.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(SaleResult.Recorded.class::isInstance)
                .hasSize(results.size() - 1)
                .noneMatch(result -> ((SaleResult.Recorded) result).repeated());
    }

    /** Of whom the envoy gets half. */
    private MemberId recruit(MemberId envoy, int round) {
        shop.membership().envoys().designate(envoy, EnvoyForm.percent("50"));
        MemberId recruit = new Recruits(shop).of(envoy, "bob-" + round);
        shop.account(recruit, Shop.CLUB);
        return recruit;
    }

    private ExternalKey sell(MemberId buyer, int amount) {
        Purchase sale = sale(buyer, shop.key(), amount);
        assertThat(shop.membership().sales().record(sale)).isInstanceOf(SaleResult.Recorded.class);
        return sale.key();
    }

    private Purchase sale(MemberId buyer, ExternalKey key, int amount) {
        return purchase(buyer, key, new PurchaseLine(1, Article.of("sku-1"), BigDecimal.ONE, price(amount), null));
    }

    private Purchase back(MemberId buyer, ExternalKey sold, int amount) {
        BigDecimal part = BigDecimal.valueOf(-amount).divide(BigDecimal.valueOf(60), 3, RoundingMode.HALF_EVEN);
        return purchase(
                buyer,
                shop.key(),
                new PurchaseLine(1, Article.of("sku-1"), part, price(-amount), new OriginalLine(sold, 1)));
    }

    private static PurchaseLine.Price price(int amount) {
        return PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf(amount)));
    }

    private Purchase purchase(MemberId buyer, ExternalKey key, PurchaseLine line) {
        return new Purchase(
                key,
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.member(buyer),
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
    }
}
