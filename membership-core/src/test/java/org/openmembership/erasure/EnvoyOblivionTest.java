package org.openmembership.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.envoy.Recruit;
import org.openmembership.envoys.EnvoyForm;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.Page;
import org.openmembership.shared.Points;
import org.openmembership.testing.Needles;
import org.openmembership.testing.PlantedPerson;
import org.openmembership.testing.Recruits;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.AnyPurchase;
import org.openmembership.testkit.Requirement;

/** Somebody who is an envoy and came by one is handed out what is known of that, and forgotten, on every storage. */
@Requirement({"I19", "R17", "R56", "A52"})
final class EnvoyOblivionTest extends ErasureStage {
    private PlantedPerson person;
    private MemberId boss;
    private AccountId bosses;
    private MemberId bob;

    @BeforeEach
    void the_person_was_recruited_by_a_boss_and_has_recruited_bob() {
        shop.publish(club -> club.rules(PointRule.everything("base", PointRate.amount("1", "1"))));
        person = planted();
        boss = shop.member();
        bosses = shop.account(boss, Shop.CLUB);
        shop.membership().envoys().designate(boss, EnvoyForm.percent("50"));
        shop.storage().inUnitOfWork(stores -> {
            stores.envoys().tie(new Recruit(person.member, boss, shop.time().instant(), null, null));
            return boss;
        });
        shop.membership().envoys().designate(person.member, EnvoyForm.percent("10"));
        bob = new Recruits(shop).of(person.member, "bob");
        shop.account(bob, Shop.CLUB);
    }

    @Test
    void the_code_and_by_whom_the_person_was_recruited_are_in_the_disclosure_and_whom_it_has_recruited_is_not() {
        StringWriter out = new StringWriter();
        person.membership.disclosure().write(person.member, out);

        assertThat(out.toString()).contains(code(), boss.value()).doesNotContain(bob.value());
    }

    @Test
    void code_terms_and_tie_are_gone_with_the_person_and_the_ties_of_others_stay() {
        String code = code();
        List<String> needles = List.of(person.member.value(), code);
        ifTables(tables -> assertThat(tables.columnsWith(needles))
                .contains("om_envoy.member", "om_envoy.code", "om_envoy_settings.envoy", "om_recruit.member"));

        erased(person);

        ifTables(tables -> assertThat(tables.columnsWith(needles))
                .doesNotContain("om_envoy.member", "om_envoy.code", "om_envoy_settings.envoy", "om_recruit.member"));
        assertThat(shop.membership().envoys().find(person.member)).isEmpty();
        assertThat(shop.membership()
                        .envoys()
                        .recruits(boss, Page.Request.first(10))
                        .items())
                .isEmpty();
        assertThat(shop.membership().envoys().tab(bob)).isPresent();
    }

    @Test
    void what_recruits_of_somebody_forgotten_buy_and_bring_back_concerns_nobody() {
        Purchase before = sold(bob, "100");
        assertThat(shop.available(person.account)).isEqualTo(Points.of(110));
        erased(person);

        sold(bob, "100");
        back(bob, before, "-100");

        assertThat(shop.row(person.account).isClosed()).isTrue();
        assertThat(shop.balance(person.account).booked()).isEqualTo(Points.ZERO);
    }

    @Test
    @Requirement("R39")
    void what_somebody_forgotten_has_brought_the_envoy_keeps_though_the_goods_come_back() {
        Purchase before = sold(person.member, "100");
        assertThat(shop.available(bosses)).isEqualTo(Points.of(50));
        erased(person);
        assertThat(shop.available(bosses)).isEqualTo(Points.of(50));

        SaleResult returned = shop.membership().sales().record(returning(Buyer.GUEST, before, "-100"));

        assertThat(returned).isInstanceOf(SaleResult.Recorded.class);
        assertThat(shop.available(bosses)).isEqualTo(Points.of(50));
    }

    private String code() {
        return shop.membership()
                .envoys()
                .inviteCode(person.member)
                .orElseThrow()
                .value();
    }

    private void ifTables(Consumer<Needles> check) {
        shop.engine().database().map(Needles::ofLatest).ifPresent(check);
    }

    private Purchase sold(MemberId member, String amount) {
        Purchase purchase =
                AnyPurchase.anyPurchase(Buyer.member(member), shop.time().instant(), amount);
        assertThat(shop.membership().sales().record(purchase)).isInstanceOf(SaleResult.Recorded.class);
        return purchase;
    }

    private void back(MemberId member, Purchase sold, String amount) {
        assertThat(shop.membership().sales().record(returning(Buyer.member(member), sold, amount)))
                .isInstanceOf(SaleResult.Recorded.class);
    }

    private Purchase returning(Buyer buyer, Purchase sold, String amount) {
        return AnyPurchase.anyPurchase(
                buyer, shop.time().instant(), AnyPurchase.anyReturn(1, amount, AnyPurchase.kept(sold), 1));
    }
}
