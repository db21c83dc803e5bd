package org.openmembership.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.openmembership.account.AccountId;
import org.openmembership.club.Club;
import org.openmembership.club.ClubBuilder;
import org.openmembership.club.ClubId;
import org.openmembership.club.EarningTerms;
import org.openmembership.club.PointRate;
import org.openmembership.club.PointRule;
import org.openmembership.club.Scheme;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.sale.SaleResult.Recorded;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.TenderType;
import org.openmembership.testing.ShopTest;

/** What tests of sales need: clubs with a point for every ten euros, and short ways to write sales and returns. */
abstract class SaleStage extends ShopTest {
    @AfterEach
    void every_invariant_holds() {
        assertThat(shop.violations()).isEmpty();
    }

    AccountId account(MemberId member, Club club) {
        shop.publish(club);
        return shop.account(member, club.id());
    }

    /** A club that gives a point for each ten euros of a sale. */
    static ClubBuilder club(String id) {
        return Club.builder(ClubId.of(id))
                .name(id)
                .in(CurrencyUnit.EUR, ZoneOffset.UTC)
                .schemes(Scheme.byHand(id + "-basic", "Basic", 1))
                .rules(PointRule.everything("base", PointRate.amount("1", "10")));
    }

    /** The usual policies of a club, but this one of returns. */
    static EarningTerms.Policies returning(EarningTerms.Policies.Returns policy) {
        EarningTerms.Policies usual = EarningTerms.Policies.DEFAULT;
        return new EarningTerms.Policies(
                usual.choice(), usual.caps(), usual.pendingDays(), policy, usual.claimWindow());
    }

    /** The same sale with payments; those in points are of the tender POINTS. */
    static Purchase paid(Purchase sale, Tender... tenders) {
        Purchase.Content content = new Purchase.Content(sale.currency(), sale.lines(), List.of(tenders));
        return new Purchase(sale.key(), sale.purchasedAt(), sale.place(), sale.buyer(), content);
    }

    static Tender tender(String type, String amount) {
        return new Tender(TenderType.of(type), Money.of(CurrencyUnit.EUR, new BigDecimal(amount)));
    }

    SaleResult record(Purchase purchase) {
        return shop.membership().sales().record(purchase);
    }

    Recorded recorded(Purchase purchase) {
        SaleResult result = record(purchase);
        assertThat(result).isInstanceOf(Recorded.class);
        return (Recorded) result;
    }

    Purchase kept(String number) {
        return shop.storage()
                .read(stores -> stores.purchases().find(key(number)))
                .orElseThrow()
                .purchase();
    }

    Purchase sale(String number, Buyer buyer, PurchaseLine... lines) {
        return sale(number, buyer, shop.time().instant(), lines);
    }

    static Purchase sale(String number, Buyer buyer, Instant at, PurchaseLine... lines) {
        return new Purchase(
                key(number),
                at,
                Purchase.Place.of("store-1", "SHOP"),
                buyer,
                new Purchase.Content(CurrencyUnit.EUR, Arrays.asList(lines), List.of()));
    }

    static ExternalKey key(String number) {
        return ExternalKey.of("till-7", number);
    }

    static PurchaseLine line(int number, String quantity, String amount) {
        return new PurchaseLine(number, Article.of("sku-1"), new BigDecimal(quantity), price(amount), null);
    }

    static PurchaseLine returned(int number, String quantity, String amount, String original, int line) {
        OriginalLine returnOf = new OriginalLine(key(original), line);
        return new PurchaseLine(number, Article.of("sku-1"), new BigDecimal(quantity), price(amount), returnOf);
    }

    private static PurchaseLine.Price price(String amount) {
        return PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)));
    }
}
