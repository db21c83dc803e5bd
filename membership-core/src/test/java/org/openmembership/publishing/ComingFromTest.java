package org.openmembership.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.card.CardNumber;
import org.openmembership.club.Club;
import org.openmembership.deferral.Deferrals;
import org.openmembership.earning.Earning;
import org.openmembership.ledger.PointEntry;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.registration.Registrant;
import org.openmembership.registration.RegistrationResult;
import org.openmembership.sale.Checkout;
import org.openmembership.sale.CheckoutResult;
import org.openmembership.sale.ClubPoints;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.Points;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.ReasonCode;
import org.openmembership.shared.Sku;
import org.openmembership.testing.Engine;
import org.openmembership.testing.Shop;
import org.openmembership.testkit.Requirement;
import org.openmembership.transfer.TransferRequest;

/** The definitions of the guide, and the figures that stand below them. */
class ComingFromTest {
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
    @Requirement({"B24", "B25", "B47", "B56", "R34", "R35"})
    void ls_central() {
        open("ls");

        assertThat(earns(line("TEA", "1", "50"))).isEqualTo("5");
        assertThat(earns(line("TEA", "1", "50", List.of("BEANS", "FOOD"), Set.of(), null)))
                .isEqualTo("25");
        assertThat(earns(line("ESPRESSO", "2", "7.40"))).isEqualTo("14");
        assertThat(earns(line("TEA", "1", "50", List.of(), Set.of(), "TRIPLE"))).isEqualTo("15");
        assertThat(earns(line("TEA", "2", "50", List.of(), Set.of(), "EXTRA"))).isEqualTo("405");
        assertThat(earns(line("TEA", "2", "50", List.of(), Set.of(), "INSTEAD")))
                .isEqualTo("2000");
        assertThat(earns(line("TEA", "1", "50", List.of(), Set.of("DISCOUNT-2X", "DISCOUNT-3X"), null)))
                .isEqualTo("25");
        AccountId other = shop.account(shop.member(), club.id());
        Points before = shop.available(account);
        shop.membership().transfer().transfer(new TransferRequest(account, other, Points.of(100), shop.key()));
        assertThat(before.minus(shop.available(account))).isEqualTo(Points.of(100));
        assertThat(shop.available(other)).isEqualTo(Points.of(90));
    }

    @Test
    @Requirement({"B57", "R51"})
    void ls_central_item_point_offer() {
        open("ls");
        shop.give(account, 30);
        Purchase kettle = sale("POS", line("KETTLE", "1", "55"));

        assertThat(shop.membership().sales().offers(kettle, account))
                .extracting(offered -> offered.offer() + " " + offered.price() + " and " + offered.points())
                .containsExactly("kettle-25 EUR 15 and 25", "kettle-40 EUR 5 and 40");
        CheckoutResult.CheckedOut done = (CheckoutResult.CheckedOut)
                shop.membership().sales().checkOut(Checkout.of(kettle, account).accepting(1, "kettle-25"));
        assertThat(done.spent()).extracting(PointEntry::points).containsExactly(Points.of(-25));
        assertThat(done.sale().clubs().get(0).points()).isEqualTo(Points.of(1));
    }

    @Test
    @Requirement({"A59", "B40", "B55"})
    void ls_central_points_that_count_after_an_update() {
        open("ls-later");
        Purchase sale = sale("POS", line("TEA", "1", "50"));
        SaleResult.Recorded sold =
                (SaleResult.Recorded) shop.membership().sales().record(sale);
        Deferrals update = shop.membership().deferral();

        assertThat(sold.clubs().get(0).points()).isEqualTo(Points.ZERO);
        assertThat(sold.clubs().get(0).provisional()).isEqualTo(Points.of(5));
        shop.time().advance(Duration.ofHours(1));
        assertThat(update.postDue(club.id(), Progress.NONE).points()).isEqualTo(Points.ZERO);
        update.release(sale.key());
        assertThat(update.postDue(club.id(), Progress.NONE).points()).isEqualTo(Points.of(5));
        assertThat(shop.available(account)).isEqualTo(Points.of(5));
    }

    @Test
    @Requirement("D23")
    void shopline_registered_with_email_only() {
        open("shop");
        CardNumber card = CardNumber.of("4711");
        shop.membership().cards().register(card, club.id());

        SaleResult.Recorded sold = (SaleResult.Recorded)
                shop.membership().sales().record(sale(Buyer.card(card), "SHOP", line("TEA", "1", "250")));

        assertThat(sold.clubs().get(0).outcome()).isEqualTo(ClubPoints.Outcome.NOT_ELIGIBLE);
    }

    @Test
    @Requirement({"C52", "C53"})
    void points_per_pound() {
        open("trade");

        assertThat(earns(line("DESK", "1", "676"))).isEqualTo("67");
        assertThat(club.points().value().of(shop.available(account))).isEqualTo(Money.parse("GBP 6.70"));
    }

    @Test
    @Requirement({"D24", "D35", "R36"})
    void shopline() {
        open("shop");

        assertThat(shop.available(account)).isEqualTo(Points.of(50));
        assertThat(earns(line("TEA", "1", "99"))).isEqualTo("0");
        assertThat(earns(line("TEA", "1", "250"))).isEqualTo("25");
        assertThat(earns(line("TEA", "1", "6000"))).isEqualTo("475");
        assertThat(shop.lots(account).get(1).life().availableFrom()).isEqualTo(Instant.parse("2026-03-07T16:00:00Z"));
        assertThat(shop.lots(account).get(1).life().lapsesAt()).isEqualTo(Instant.parse("2027-06-30T16:00:00Z"));
    }

    @Test
    @Requirement({"D24", "D25"})
    void shopline_other_ways_to_earn() {
        open("shop");
        Earning earning = shop.membership().earning();
        RegistrationResult born = shop.membership()
                .registration()
                .register(Registrant.builder()
                        .name("Ada", "Byron")
                        .email("born@example.org")
                        .birthdate(LocalDate.of(1990, 3, 1))
                        .acceptTerms("terms-1")
                        .build());
        AccountId birthday = shop.account(((RegistrationResult.Registered) born).member(), club.id());

        assertThat(earning.birthdays(club.id(), 3, Progress.NONE).points()).isEqualTo(Points.of(100));
        assertThat(shop.available(birthday)).isEqualTo(Points.of(150));
        earning.report(account, ReasonCode.of("FOLLOW"), shop.key());
        earning.report(account, ReasonCode.of("FOLLOW"), shop.key());
        assertThat(shop.available(account)).isEqualTo(Points.of(60));
    }

    @Test
    @Requirement({"A43", "A44", "A45", "A46", "A47"})
    void fusion() {
        open("fusion");

        assertThat(earns(line("HAT", "1", "20"))).isEqualTo("20");
        assertThat(earns("WEB", line("BOOT", "1", "20", List.of("SHOES"), Set.of(), null)))
                .isEqualTo("70");
        shop.give(account, 100);
        shop.spend(account, 100);
        assertThat(club.points().value().of(Points.of(100))).isEqualTo(Money.parse("USD 5.00"));
    }

    @Test
    @Requirement({"B25", "R36"})
    void square() {
        open("visits");

        assertThat(earns(line("COFFEE", "1", "4.50"))).isEqualTo("0");
        assertThat(earns(line("COFFEE", "1", "8"))).isEqualTo("1");
        assertThat(earns(line("COFFEE", "1", "8"))).isEqualTo("0");
    }

    @Test
    @Requirement("B25")
    void odoo() {
        open("odoo");

        assertThat(earns(line("ARMCHAIR", "3", "300", List.of("CHAIRS"), Set.of(), null)))
                .isEqualTo("30");
        assertThat(earns(line("ARMCHAIR", "2", "200", List.of("CHAIRS"), Set.of(), null)))
                .isEqualTo("0");
        assertThat(earns(line("STOOL", "3", "60", List.of("CHAIRS"), Set.of(), null)))
                .isEqualTo("0");
        assertThat(earns(line("LAMP", "1", "40"))).isEqualTo("40");
    }

    private void open(String id) {
        club = GuideClubs.read(id);
        shop.publish(club);
        account = shop.account(member, club.id());
    }

    private String earns(PurchaseLine line) {
        return earns("SHOP", line);
    }

    /** What a sale of one line adds. */
    private String earns(String channel, PurchaseLine line) {
        SaleResult result = shop.membership().sales().record(sale(channel, line));
        return ((SaleResult.Recorded) result).clubs().get(0).points().toString();
    }

    private Purchase sale(String channel, PurchaseLine line) {
        return sale(Buyer.member(member), channel, line);
    }

    private Purchase sale(Buyer buyer, String channel, PurchaseLine line) {
        return new Purchase(
                shop.key(),
                shop.time().instant(),
                Purchase.Place.of("store-1", channel),
                buyer,
                new Purchase.Content(club.place().currency(), List.of(line), List.of()));
    }

    private PurchaseLine line(String sku, String quantity, String amount) {
        return line(sku, quantity, amount, List.of(), Set.of(), null);
    }

    private PurchaseLine line(
            String sku,
            String quantity,
            String amount,
            List<String> categories,
            Set<String> groups,
            @Nullable String promotion) {
        CurrencyUnit currency = club.place().currency();
        Article article = new Article(
                Sku.of(sku),
                categories.stream().map(GroupCode::of).toList(),
                Set.copyOf(groups.stream().map(GroupCode::of).toList()),
                promotion == null ? null : PromotionCode.of(promotion));
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(currency, new BigDecimal(amount)));
        return new PurchaseLine(1, article, new BigDecimal(quantity), price, null);
    }
}
