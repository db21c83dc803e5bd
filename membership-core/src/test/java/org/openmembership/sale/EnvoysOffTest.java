package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.access.Feature;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.envoys.EnvoyForm;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.shared.Points;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Recruits;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;

/** What becomes of what envoys have once a host switches them off, on every storage. */
@Requirement({"A25", "R56"})
final class EnvoysOffTest {
    private static final Set<Feature> OTHERS = EnumSet.complementOf(EnumSet.of(Feature.ENVOYS));

    @ParameterizedTest
    @EnumSource
    void nothing_more_is_given_while_the_part_is_off_and_returns_take_back_what_was_given_before(Engine engine) {
        try (Shop shop = Shop.open(engine)) {
            shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1"))));
            MemberId ada = shop.member();
            AccountId adas = shop.account(ada, Shop.CLUB);
            shop.membership().envoys().designate(ada, EnvoyForm.percent("50"));
            MemberId bob = new Recruits(shop).of(ada, "bob");
            AccountId bobs = shop.account(bob, Shop.CLUB);
            Purchase sold = sale(shop, bob);
            shop.membership().sales().record(sold);
            Membership off = shop.over(shop.storage(), "off-").features(OTHERS).open();

            off.sales().record(sale(shop, bob));
            assertThat(shop.available(bobs)).isEqualTo(Points.of(200));
            assertThat(shop.available(adas)).isEqualTo(Points.of(50));
            off.sales().record(back(shop, bob, sold));

            assertThat(shop.available(bobs)).isEqualTo(Points.of(100));
            assertThat(shop.available(adas)).isEqualTo(Points.ZERO);
            assertThat(shop.violations()).isEmpty();
        }
    }

    private static Purchase sale(Shop shop, MemberId buyer) {
        return AnyPurchase.anyPurchase(Buyer.member(buyer), shop.time().instant(), "100");
    }

    private static Purchase back(Shop shop, MemberId buyer, Purchase sold) {
        return AnyPurchase.anyPurchase(
                Buyer.member(buyer),
                shop.time().instant(),
                AnyPurchase.anyReturn(1, "-100", AnyPurchase.kept(sold), 1));
    }
}
