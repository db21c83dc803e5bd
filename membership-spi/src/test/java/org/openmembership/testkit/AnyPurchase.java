package org.openmembership.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openmembership.idempotency.Fingerprint;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.ExchangeRate;
import org.openmembership.purchase.KeptPurchase;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseId;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.AttributeCode;
import org.openmembership.shared.Channel;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.PriceGroup;
import org.openmembership.shared.PromotionCode;
import org.openmembership.shared.Sku;
import org.openmembership.shared.StoreCode;
import org.openmembership.shared.TenderType;
import org.openmembership.shared.TillCode;

/** Purchases that do not matter. */
public final class AnyPurchase {
    private AnyPurchase() {}

    public static Purchase anyPurchase() {
        return anyPurchase(Buyer.GUEST, Any.anyInstant(), "10.00");
    }

    /** A purchase of one line. */
    public static Purchase anyPurchase(Buyer buyer, Instant purchasedAt, String amount) {
        return anyPurchase(buyer, purchasedAt, anyLine(1, amount));
    }

    public static Purchase anyPurchase(Buyer buyer, Instant purchasedAt, PurchaseLine... lines) {
        Purchase.Content content = new Purchase.Content(CurrencyUnit.EUR, Arrays.asList(lines), List.of());
        return new Purchase(anyReceipt(), purchasedAt, Purchase.Place.of("store-1", "pos"), buyer, content);
    }

    /** A purchase with something in every place. */
    public static Purchase anyFullPurchase(Buyer buyer) {
        Article article = new Article(
                Sku.of("sku-1"),
                List.of(GroupCode.of("espresso"), GroupCode.of("coffee")),
                Set.of(GroupCode.of("fair-trade"), GroupCode.of("organic")),
                PromotionCode.of("SPRING"));
        PurchaseLine sold =
                new PurchaseLine(1, article, new BigDecimal("0.3335"), price("12.3456", "1.9711", "0.5"), null);
        PurchaseLine returned = new PurchaseLine(
                7,
                Article.of("sku-2"),
                new BigDecimal("-2"),
                price("-3.10", "-0.50", "0"),
                new OriginalLine(anyReceipt(), 3));
        Purchase.Place place =
                new Purchase.Place(StoreCode.of("store-1"), TillCode.of("till-7"), Channel.of("pos"), "Take away");
        List<Tender> tenders = List.of(
                new Tender(TenderType.of("cash"), Money.of(CurrencyUnit.EUR, new BigDecimal("9.00"))),
                new Tender(TenderType.of("points"), Money.of(CurrencyUnit.EUR, new BigDecimal("0.25"))),
                new Tender(TenderType.of("cash"), Money.of(CurrencyUnit.EUR, new BigDecimal("-0.10"))));
        Purchase.Grounds grounds = new Purchase.Grounds(
                PriceGroup.of("RETAIL"),
                Set.of(AttributeCode.of("SUMMER"), AttributeCode.of("RUNNER")),
                ExchangeRate.of("USD", "1.08765432"));
        Purchase.Content content = new Purchase.Content(CurrencyUnit.EUR, List.of(sold, returned), tenders, grounds);
        return new Purchase(anyReceipt(), Any.anyInstant(), place, buyer, content);
    }

    public static PurchaseLine anyLine(int number, String amount) {
        BigDecimal quantity = new BigDecimal(amount).signum() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)));
        return new PurchaseLine(number, Article.of("sku-1"), quantity, price, null);
    }

    /** One piece of a line of another purchase that comes back. */
    public static PurchaseLine anyReturn(int number, String amount, KeptPurchase original, int line) {
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)));
        OriginalLine returned = new OriginalLine(original.purchase().key(), line);
        return new PurchaseLine(number, Article.of("sku-1"), BigDecimal.ONE.negate(), price, returned);
    }

    public static ExternalKey anyReceipt() {
        return ExternalKey.of("till-7", Any.any("receipt"));
    }

    /** The purchase as it is kept, of a guest. */
    public static KeptPurchase kept(Purchase purchase) {
        return kept(purchase, KeptPurchase.Owner.NOBODY);
    }

    /** The purchase as it is kept, of a member who is active. */
    public static KeptPurchase kept(Purchase purchase, MemberId member) {
        return kept(purchase, new KeptPurchase.Owner(member, false));
    }

    public static KeptPurchase kept(Purchase purchase, KeptPurchase.Owner owner) {
        PurchaseId id = PurchaseId.of(Any.any("purchase"));
        Fingerprint fingerprint = Fingerprint.of(purchase.key().toString());
        return new KeptPurchase(id, purchase, fingerprint, owner, Any.minute(1));
    }

    private static PurchaseLine.Price price(String amount, String tax, String discount) {
        return new PurchaseLine.Price(
                BigMoney.of(CurrencyUnit.EUR, new BigDecimal(amount)),
                BigMoney.of(CurrencyUnit.EUR, new BigDecimal(tax)),
                BigMoney.of(CurrencyUnit.EUR, new BigDecimal(discount)));
    }
}
