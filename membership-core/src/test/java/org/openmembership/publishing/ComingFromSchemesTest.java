package org.openmembership.publishing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemePin;
import org.openmembership.club.Club;
import org.openmembership.club.Scheme;
import org.openmembership.club.SchemeId;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.review.ReviewOptions;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ReasonCode;
import org.openmembership.subscription.SubscriptionRequest;
import org.openmembership.subscription.SubscriptionResult;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;

/** The schemes of the guide, and what stands below them. The shop opens its account on 1 March 2026. */
class ComingFromSchemesTest {
    private final Shop shop = Shop.open(Engine.IN_MEMORY);
    private MemberId member;
    private Club club;
    private AccountId account;

    @BeforeEach
    void set_the_stage() {
        member = shop.member();
    }

    @AfterEach
    void audit_and_close() {
        assertThat(shop.violations()).isEmpty();
        shop.close();
    }

    @Test
    @Requirement({"B22", "B51", "B53"})
    void ls_central() {
        open("ls-tiers");

        on("2026-03-02");
        buys("1200");
        assertThat(reviewed()).isEqualTo("tier-bronze");
        on("2026-03-03");
        assertThat(held()).isEqualTo("tier-gold");
        on("2027-02-01");
        buys("700");
        on("2027-03-10");
        assertThat(reviewed()).isEqualTo("tier-gold");
        on("2028-02-05");
        assertThat(reviewed()).isEqualTo("tier-gold");
        on("2028-02-20");
        reviewed();
        on("2028-02-21");
        assertThat(held()).isEqualTo("tier-bronze");
    }

    @Test
    @Requirement({"D31", "R41", "R43"})
    void shopline() {
        open("shop-levels");

        buys("5000");
        on("2026-03-02");
        assertThat(reviewed()).isEqualTo("vip");
        on("2026-11-01");
        buys("3000");
        on("2027-03-02");
        assertThat(reviewed()).isEqualTo("vip");
        on("2028-03-01");
        assertThat(reviewed()).isEqualTo("vip");
        on("2028-03-02");
        assertThat(reviewed()).isEqualTo("regular");
    }

    @Test
    @Requirement({"D17", "D18", "D19"})
    void a_level_of_shopline_field_by_field() {
        Map<String, String> level = Map.of(
                "levelCode", "gold-level-of-25-letters-",
                "levelName", "Gold level of 25 letters.",
                "levelOrder", "2",
                "levelThreshold", "500000",
                "lockinRule", "300000",
                "paidPrice", "9900");
        open("shop-fields");
        Scheme scheme =
                club.scheme(SchemeId.of(requireNonNull(level.get("levelCode")))).orElseThrow();

        assertThat(scheme.id().value()).hasSize(25);
        assertThat(scheme.name()).hasSize(25).isEqualTo(level.get("levelName"));
        assertThat(scheme.sequence()).hasToString(level.get("levelOrder"));
        assertThat(scheme.thresholds().entry()).isEqualByComparingTo(ofHundredths(level, "levelThreshold"));
        assertThat(scheme.thresholds().keep()).isEqualByComparingTo(ofHundredths(level, "lockinRule"));
        assertThat(requireNonNull(scheme.terms().paid()).price().getAmount())
                .isEqualByComparingTo(ofHundredths(level, "paidPrice"));

        buys("3000");
        buys("2000");
        on("2026-03-02");
        assertThat(reviewed()).isEqualTo("everybody");
        buys("5000");
        on("2026-03-03");
        assertThat(reviewed()).isEqualTo("gold-level-of-25-letters-");
        on("2026-10-01");
        buys("1500");
        buys("1500");
        on("2027-03-03");
        assertThat(reviewed()).isEqualTo("gold-level-of-25-letters-");
        on("2028-03-03");
        assertThat(reviewed()).isEqualTo("everybody");
    }

    private static BigDecimal ofHundredths(Map<String, String> document, String field) {
        return new BigDecimal(requireNonNull(document.get(field))).movePointLeft(2);
    }

    @Test
    @Requirement({"A39", "A40", "A41"})
    void fusion() {
        open("fusion-levels");

        buys("400");
        on("2026-12-31");
        buys("100");
        assertThat(reviewed()).isEqualTo("fusion-silver");
        on("2027-02-28");
        assertThat(reviewed()).isEqualTo("fusion-silver");
        on("2027-03-01");
        buys("499");
        assertThat(reviewed()).isEqualTo("fusion-silver");
        on("2028-02-29");
        assertThat(reviewed()).isEqualTo("fusion-silver");
        on("2028-03-01");
        assertThat(reviewed()).isEqualTo("fusion-basic");
        SchemeId friends = SchemeId.of("fusion-friends");
        shop.membership()
                .review()
                .pin(account, friends, new SchemePin(ReasonCode.of("friend"), LocalDate.of(2028, 3, 1)));
        buys("100000");
        on("2028-03-02");
        assertThat(reviewed()).isEqualTo("fusion-friends");
    }

    @Test
    @Requirement("R43")
    void a_paid_membership() {
        open("plus");

        SubscriptionRequest bought = new SubscriptionRequest(account, SchemeId.of("plus-member"), shop.key());
        assertThat(shop.membership().subscription().subscribe(bought))
                .isEqualTo(
                        new SubscriptionResult.Subscribed(LocalDate.of(2026, 3, 1), LocalDate.of(2027, 2, 28), false));
        assertThat(held()).isEqualTo("plus-member");
        on("2026-06-01");
        for (int i = 0; i < 10; i++) {
            buys("30");
        }
        on("2027-03-01");
        assertThat(reviewed()).isEqualTo("plus-regular");
    }

    private void open(String id) {
        club = GuideClubs.read(id);
        shop.publish(club);
        account = shop.account(member, club.id());
    }

    private void on(String day) {
        shop.time().set(day + "T12:00:00Z");
    }

    private String reviewed() {
        shop.membership().review().run(club.id(), ReviewOptions.ALL, Progress.NONE);
        return held();
    }

    private String held() {
        return shop.row(account).schemeAt(shop.time().instant()).value();
    }

    private void buys(String amount) {
        PurchaseLine.Price price =
                PurchaseLine.Price.of(BigMoney.of(club.place().currency(), new BigDecimal(amount)));
        PurchaseLine line = new PurchaseLine(1, Article.of("sku"), BigDecimal.ONE, price, null);
        Purchase sale = new Purchase(
                shop.key(),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.member(member),
                new Purchase.Content(club.place().currency(), List.of(line), List.of()));
        assertThat(shop.membership().sales().record(sale)).isInstanceOf(SaleResult.Recorded.class);
    }
}
