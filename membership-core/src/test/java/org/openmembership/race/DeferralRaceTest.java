package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.Membership;
import org.openmembership.account.AccountId;
import org.openmembership.club.Deferral;
import org.openmembership.club.EarningTerms.Policies;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.deferral.DeferralResult;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** Sales that wait, posted by several nodes at once, while returns of them arrive and others are called off. */
@Requirement({"A59", "B40", "B55", "R32", "I8"})
class DeferralRaceTest extends ShopTest {
    private static final int SALES = 6;

    private Membership here;
    private Membership there;
    private MemberId ada;
    private AccountId account;

    @BeforeEach
    void sales_wait_an_hour() {
        here = shop.membership();
        there = shop.over(shop.storage(), "b-").open();
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "10")))
                .earningPolicies(
                        Policies.DEFAULT.deferring(new Deferral(Duration.ofHours(1), Deferral.Awaits.NOTHING))));
        ada = shop.member();
        account = shop.account(ada, Shop.CLUB);
        for (int i = 0; i < SALES; i++) {
            assertThat(here.sales().record(sale(i))).isInstanceOf(SaleResult.Recorded.class);
        }
        shop.time().advance(Duration.ofHours(2));
    }

    @Test
    void nodes_that_post_at_once_post_each_sale_once() {
        List<Callable<Long>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Membership node = i % 2 == 0 ? here : there;
            nodes.add(() -> Together.patiently(
                    () -> node.deferral().postDue(Shop.CLUB, Progress.NONE).sales()));
        }

        List<Long> posted = Together.atOnce(nodes);

        assertThat(posted.stream().mapToLong(Long::longValue).sum()).isEqualTo(SALES);
        assertThat(shop.history(account)).hasSize(SALES);
        assertThat(shop.available(account)).isEqualTo(Points.of(60));
    }

    @Test
    @Requirement({"R39", "I11"})
    void returns_that_arrive_while_their_sales_are_posted_take_back_all_they_earned() {
        List<Callable<Boolean>> calls = new ArrayList<>();
        calls.add(() -> Together.patiently(() -> post(here)));
        calls.add(() -> Together.patiently(() -> post(there)));
        for (int i = 0; i < SALES; i++) {
            Purchase back = back(i);
            calls.add(() -> Together.patiently(() -> there.sales().record(back) instanceof SaleResult.Recorded));
        }

        assertThat(Together.atOnce(calls)).containsOnly(true);

        shop.time().advance(Duration.ofHours(2));
        post(here);
        assertThat(here.deferral().waiting(account)).isEmpty();
        assertThat(shop.balance(account).booked()).isEqualTo(Points.ZERO);
        assertThat(shop.history(account)).hasSize(2 * SALES);
    }

    @Test
    void a_sale_that_is_called_off_while_it_is_posted_is_one_or_the_other() {
        List<Callable<Boolean>> calls = new ArrayList<>();
        calls.add(() -> Together.patiently(() -> post(here)));
        for (int i = 0; i < SALES; i++) {
            ExternalKey key = sale(i).key();
            calls.add(() -> Together.patiently(() -> there.deferral().withdraw(key) instanceof DeferralResult.Done));
        }

        List<Boolean> done = Together.atOnce(calls);

        long off = done.stream().skip(1).filter(Boolean::booleanValue).count();
        assertThat(here.deferral().waiting(account)).isEmpty();
        assertThat(shop.history(account)).hasSize((int) (SALES - off));
    }

    private static boolean post(Membership node) {
        return node.deferral().postDue(Shop.CLUB, Progress.NONE).sales() >= 0;
    }

    private Purchase sale(int number) {
        return receipt(
                "r-" + number,
                Buyer.member(ada),
                new PurchaseLine(1, Article.of("sku-1"), BigDecimal.ONE, price("100"), null));
    }

    private Purchase back(int number) {
        OriginalLine sold = new OriginalLine(ExternalKey.of("till-7", "r-" + number), 1);
        return receipt(
                "b-" + number,
                Buyer.GUEST,
                new PurchaseLine(1, Article.of("sku-1"), BigDecimal.ONE.negate(), price("-100"), sold));
    }

    private Purchase receipt(String number, Buyer buyer, PurchaseLine line) {
        return new Purchase(
                ExternalKey.of("till-7", number),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                buyer,
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
    }

    private static PurchaseLine.Price price(String amount) {
        return PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)));
    }
}
