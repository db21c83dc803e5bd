package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.EarningTerms.Policies.Returns;
import org.openmembership.envoys.EnvoyForm;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Recruits;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** An envoy has its share of what recruits have left, whatever they buy and bring back. */
@Requirement({"A52", "R56"})
class EnvoyRewardPropertyTest {
    @Property(tries = 60)
    void the_envoy_has_the_share_of_what_is_left_and_nothing_of_what_came_back_whole(
            @ForAll @Size(min = 1, max = 4)
                    List<@Size(min = 1, max = 4) List<@IntRange(min = 1, max = 99_999) Integer>> sales,
            @ForAll @IntRange(min = 1, max = 10_000) int hundredths,
            @ForAll Random random,
            @ForAll Returns policy,
            @ForAll @IntRange(max = 16) int kept) {
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            Stage stage = new Stage(shop, policy, BigDecimal.valueOf(hundredths, 2));
            List<Purchase> returns = new ArrayList<>();
            for (int i = 0; i < sales.size(); i++) {
                stage.record(stage.sale(i, sales.get(i)));
                returns.addAll(stage.returns(i, sales.get(i)));
            }
            Collections.shuffle(returns, random);

            for (Purchase back : returns.subList(Math.min(kept, returns.size()), returns.size())) {
                stage.record(back);
                stage.assertShare(sales.size());
            }
            stage.assertShare(sales.size());
            returns.subList(0, Math.min(kept, returns.size())).forEach(stage::record);

            assertThat(shop.balance(stage.bobs).booked()).isEqualTo(Points.ZERO);
            assertThat(shop.balance(stage.adas).booked()).isEqualTo(Points.ZERO);
            assertThat(shop.violations()).isEmpty();
        }
    }

    /** An envoy, and a recruit who buys. */
    private static final class Stage {
        private final Shop shop;
        private final BigDecimal percent;
        private final Buyer bob;
        private final AccountId adas;
        private final AccountId bobs;
        private int receipts;

        Stage(Shop shop, Returns policy, BigDecimal percent) {
            this.shop = shop;
            this.percent = percent;
            Club club = SaleStage.club("beans")
                    .earningPolicies(SaleStage.returning(policy))
                    .build();
            shop.publish(club);
            MemberId ada = shop.member();
            adas = shop.account(ada, club.id());
            shop.membership().envoys().designate(ada, new EnvoyForm(percent, null));
            MemberId recruit = new Recruits(shop).of(ada, "bob");
            bobs = shop.account(recruit, club.id());
            bob = Buyer.member(recruit);
        }

        Purchase sale(int number, List<Integer> parts) {
            List<PurchaseLine> lines = new ArrayList<>();
            parts.forEach(cents -> lines.add(SaleStage.line(lines.size() + 1, "1", amount(cents))));
            return purchase("sale-" + number, lines.toArray(PurchaseLine[]::new));
        }

        List<Purchase> returns(int number, List<Integer> parts) {
            List<Purchase> returns = new ArrayList<>();
            for (int line = 1; line <= parts.size(); line++) {
                receipts++;
                PurchaseLine back = SaleStage.returned(1, "-1", amount(-parts.get(line - 1)), "sale-" + number, line);
                returns.add(purchase("back-" + receipts, back));
            }
            return returns;
        }

        private Purchase purchase(String number, PurchaseLine... lines) {
            return SaleStage.sale(number, bob, shop.time().instant(), lines);
        }

        void record(Purchase purchase) {
            assertThat(shop.membership().sales().record(purchase)).isInstanceOf(Recorded.class);
        }

        /** Rounded down to whole points once for each sale. */
        void assertShare(int sales) {
            BigDecimal has = shop.balance(adas).booked().toBigDecimal();
            BigDecimal exact =
                    shop.balance(bobs).booked().toBigDecimal().multiply(percent).movePointLeft(2);
            assertThat(has).isLessThanOrEqualTo(exact).isGreaterThan(exact.subtract(BigDecimal.valueOf(sales)));
            assertThat(shop.balance(adas).debt()).isEqualTo(Points.ZERO);
        }

        private static String amount(int cents) {
            return BigDecimal.valueOf(cents, 2).toString();
        }
    }
}
