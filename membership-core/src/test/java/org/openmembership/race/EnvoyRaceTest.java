package org.openmembership.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.envoys.EnvoyForm;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.Points;
import org.openmembership.testing.Recruits;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;
import org.openmembership.testkit.Together;

/** Recruits of one envoy buy and bring back at once, on every storage: the envoy has its share, no point more or less. */
@Requirement({"R32", "R56", "A52"})
class EnvoyRaceTest extends ShopTest {
    private static final int ROUNDS = 3;

    @Test
    void two_recruits_pay_one_envoy_at_once_who_buys_meanwhile() {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1"))));
        MemberId ada = shop.member();
        AccountId adas = shop.account(ada, Shop.CLUB);
        shop.membership().envoys().designate(ada, EnvoyForm.percent("10"));
        Recruits recruits = new Recruits(shop);
        List<MemberId> people = List.of(recruits.of(ada, "bob"), recruits.of(ada, "eve"), ada);
        people.subList(0, 2).forEach(member -> shop.account(member, Shop.CLUB));

        List<Boolean> done = Together.tills(till -> {
            MemberId member = people.get(till % people.size());
            for (int round = 0; round < ROUNDS; round++) {
                String number = till + "-" + round;
                sell(member, "sale-" + number, line(null));
                if (round == 0) {
                    sell(member, "back-" + number, line(ExternalKey.of("till", "sale-" + number)));
                }
            }
            return true;
        });

        long own = IntStream.range(0, Together.TILLS)
                .filter(till -> till % people.size() == 2)
                .count();
        long theirs = Together.TILLS - own;
        assertThat(done).hasSize(Together.TILLS);
        assertThat(shop.balance(adas).booked()).isEqualTo(Points.of(own * 2 * 50 + theirs * 2 * 5));
    }

    private void sell(MemberId member, String number, PurchaseLine line) {
        Purchase purchase = new Purchase(
                ExternalKey.of("till", number),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.member(member),
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
        SaleResult result = Together.patiently(() -> shop.membership().sales().record(purchase));
        assertThat(result).isInstanceOf(SaleResult.Recorded.class);
    }

    private static PurchaseLine line(@Nullable ExternalKey returned) {
        int sign = returned == null ? 1 : -1;
        BigMoney amount = BigMoney.of(CurrencyUnit.EUR, BigDecimal.valueOf(50L * sign));
        OriginalLine original = returned == null ? null : new OriginalLine(returned, 1);
        return new PurchaseLine(
                1, Article.of("sku-1"), BigDecimal.valueOf(sign), PurchaseLine.Price.of(amount), original);
    }
}
