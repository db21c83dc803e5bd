package org.openmembership.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmembership.account.AccountId;
import org.openmembership.account.SchemeExplanation;
import org.openmembership.club.Benefit;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.Scheme;
import org.openmembership.ledger.ReceiptDetail;
import org.openmembership.ledger.ReceiptWord;
import org.openmembership.ledger.SaleReceipt;
import org.openmembership.ledger.SaleReceipt.ClubPart;
import org.openmembership.member.MemberId;
import org.openmembership.periodic.Progress;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.review.ReviewOptions;
import org.openmembership.sale.SaleResult;
import org.openmembership.shared.ExternalKey;
import org.openmembership.testing.Shop;
import org.openmembership.testing.ShopTest;
import org.openmembership.testkit.Requirement;

/** What a receipt says of schemes where it is asked to. */
@Requirement({"B19", "B22", "B23", "R46"})
class SchemeReceiptTest extends ShopTest {
    private MemberId ada;
    private AccountId account;

    @BeforeEach
    void a_point_for_a_euro() {
        Benefit cake = new Benefit(Benefit.Kind.OTHER, "A cake");
        shop.publish(shop.coffee(List.of(
                        Scheme.byHand("standard", "Standard", 1),
                        Scheme.from("silver", "Silver", 2, "100", "60"),
                        Scheme.from("gold", "Gold", 3, "500", "300").with(List.of(cake))))
                .rules(PointRule.everything("base", PointRate.amount("1", "1")))
                .build());
        ada = shop.member();
        account = shop.account(ada, Shop.CLUB);
    }

    private SaleReceipt receipt(String number, ReceiptDetail detail) {
        return statement(number, detail).receipt();
    }

    private ReceiptStatement statement(String number, ReceiptDetail detail) {
        return shop.membership()
                .statements()
                .receipt(key(number), Set.of(), detail)
                .orElseThrow();
    }

    private static ExternalKey key(String number) {
        return ExternalKey.of("till-7", number);
    }

    private void sell(String number, String amount) {
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)));
        PurchaseLine line = new PurchaseLine(1, Article.of("sku-1"), BigDecimal.ONE, price, null);
        Purchase sale = new Purchase(
                key(number),
                shop.time().instant(),
                Purchase.Place.of("store-1", "SHOP"),
                Buyer.member(ada),
                new Purchase.Content(CurrencyUnit.EUR, List.of(line), List.of()));
        assertThat(shop.membership().sales().record(sale)).isInstanceOf(SaleResult.Recorded.class);
    }

    private SchemeExplanation explained() {
        return shop.membership().review().explain(account).orElseThrow().explanation();
    }

    @Test
    void it_names_the_scheme_the_next_one_what_is_missing_and_what_that_gives() {
        sell("r-1", "120");
        shop.time().advance(Duration.ofDays(1));
        shop.membership().review().run(Shop.CLUB, ReviewOptions.ALL, Progress.NONE);
        sell("r-2", "30");

        List<String> lines = receipt("r-2", ReceiptDetail.SCHEMES)
                .text(ReceiptDetail.SCHEMES, SaleReceipt.NARROW, ReceiptWord::english);

        assertThat(lines.get(0)).isEqualTo("Coffee Club                     Silver");
        assertThat(lines.subList(lines.size() - 3, lines.size()))
                .containsExactly(
                        "Next                              Gold", "Points missing                     350", "A cake");
    }

    @Test
    void it_says_what_the_explanation_of_the_scheme_says() {
        sell("r-1", "120");

        ReceiptStatement told = statement("r-1", ReceiptDetail.SCHEMES);

        SchemeExplanation standing = told.receipt().clubs().get(0).standing();
        assertThat(standing).isEqualTo(explained());
        assertThat(standing.next().entry().isMet()).isTrue();
        String json = shop.membership().review().explain(account).orElseThrow().json();
        assertThat(told.json()).contains("\"standing\":{" + json.substring(json.indexOf("\"account\"")));
    }

    @Test
    void it_says_nothing_of_it_where_it_was_not_asked() {
        sell("r-1", "120");

        assertThat(receipt("r-1", ReceiptDetail.SUMMARY).clubs())
                .extracting(ClubPart::standing)
                .containsOnlyNulls();
        assertThat(shop.membership()
                        .statements()
                        .receipt(key("r-1"))
                        .orElseThrow()
                        .json())
                .doesNotContain("standing");
    }

    @Test
    void each_club_says_its_own() {
        AccountId tea = shop.account(ada, shop.anotherClub("tea"));
        sell("r-1", "120");

        List<ClubPart> parts = receipt("r-1", ReceiptDetail.SCHEMES).clubs();

        assertThat(parts)
                .hasSize(2)
                .allSatisfy(part -> assertThat(part.standing())
                        .isEqualTo(shop.membership()
                                .review()
                                .explain(part.owner().account())
                                .orElseThrow()
                                .explanation()));
        assertThat(parts).extracting(part -> part.owner().account()).containsExactlyInAnyOrder(account, tea);
    }
}
