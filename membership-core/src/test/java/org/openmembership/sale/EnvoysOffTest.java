package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmembership.Membership;
import org.openmembership.access.Feature;
import org.openmembership.account.AccountId;
import org.openmembership.audit.Invariant;
import org.openmembership.audit.Violation;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.envoys.EnvoyForm;
import org.openmembership.jdbc.testkit.DatabaseEngine;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult.Registered;
import org.openmembership.shared.Points;
import org.openmembership.testing.Counted;
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
    void a_return_takes_nothing_back_from_an_envoy_while_the_part_is_off_and_the_auditor_says_so(Engine engine) {
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

            off.sales().record(back(shop, bob, sold));

            assertThat(shop.available(bobs)).isEqualTo(Points.ZERO);
            assertThat(shop.available(adas)).isEqualTo(Points.of(50));
            assertThat(shop.violations())
                    .extracting(Violation::invariant)
                    .containsExactly(Invariant.ENVOY_SHARE_AGREES);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("R39")
    void a_return_asks_nothing_about_envoys_while_the_part_is_off(DatabaseEngine engine) {
        Counted counted = Counted.on(engine);
        try (Shop shop = Shop.open(Engine.IN_MEMORY)) {
            Membership on = shop.over(counted.storage(), "on-").open();
            Membership off =
                    shop.over(counted.storage(), "off-").features(OTHERS).open();
            on.clubs()
                    .publish(shop.coffee()
                            .rules(PointRule.everything("base", PointRate.amount("1", "1")))
                            .build());
            Registered ada = (Registered) on.registration()
                    .register(Registrant.builder()
                            .name("Ada", "Byron")
                            .email("ada@example.org")
                            .acceptTerms("terms-1")
                            .build());
            on.enrolment().enrol(ada.member(), Shop.CLUB);
            Purchase one = sale(shop, ada.member());
            Purchase two = sale(shop, ada.member());
            on.sales().record(one);
            on.sales().record(two);

            List<String> asked = counted.during(() -> on.sales().record(back(shop, ada.member(), one)));
            List<String> less = counted.during(() -> off.sales().record(back(shop, ada.member(), two)));

            assertThat(asked).anyMatch(sql -> sql.contains("om_envoy_reward"));
            assertThat(less).isNotEmpty().noneMatch(sql -> sql.contains("om_envoy_reward"));
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
