package org.openmembership.examples.foodmart;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.GroupCode;
import org.openmembership.shared.Sku;
import org.openmembership.shared.TenderType;

/** FoodMart's baskets in the library's words. */
final class FoodMartPurchases {
    private static final String SOURCE = "foodmart";
    private static final TenderType CASH = TenderType.of("CASH");

    private FoodMartPurchases() {}

    /** The POS's key of a customer. */
    static ExternalKey customer(int number) {
        return ExternalKey.of(SOURCE, Integer.toString(number));
    }

    static ExternalKey key(Basket basket) {
        return ExternalKey.of(SOURCE, basket.receipt());
    }

    /** The sale of a basket, at noon of its day, since the POS keeps no times. */
    static Purchase sale(Basket basket) {
        List<PurchaseLine> lines = basket.lines().stream()
                .map(line -> line(line, line.quantity(), line.amount(), null))
                .toList();
        return purchase(key(basket), at(basket.day(), LocalTime.NOON), basket, lines);
    }

    /** A later sale that gives back the first {@code count} lines of a basket, each naming the one it returns. */
    static Purchase giveBack(Basket basket, int count, LocalDate day) {
        Stream<Basket.Line> returned = basket.lines().stream().limit(count);
        List<PurchaseLine> lines = returned.map(line -> line(
                        line,
                        line.quantity().negate(),
                        line.amount().negate(),
                        new OriginalLine(key(basket), line.number())))
                .toList();
        ExternalKey key = ExternalKey.of(SOURCE, basket.receipt() + "-return");
        return purchase(key, at(day, LocalTime.of(19, 0)), basket, lines);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(FoodMartClub.ZONE).toInstant();
    }

    private static Purchase purchase(ExternalKey key, Instant at, Basket basket, List<PurchaseLine> lines) {
        Money paid = lines.stream()
                .map(PurchaseLine::amount)
                .reduce(BigMoney.zero(FoodMartClub.CURRENCY), BigMoney::plus)
                .toMoney();
        return new Purchase(
                key,
                at,
                Purchase.Place.of("store-" + basket.store(), "POS"),
                Buyer.customerReference(customer(basket.customer())),
                new Purchase.Content(FoodMartClub.CURRENCY, lines, List.of(new Tender(CASH, paid))));
    }

    private static PurchaseLine line(
            Basket.Line line, BigDecimal quantity, BigDecimal amount, @Nullable OriginalLine returnOf) {
        Product product = line.product();
        Article article = new Article(
                Sku.of(product.sku()),
                product.categories().stream().map(GroupCode::of).toList(),
                Set.of(),
                line.promotion() == 0 ? null : FoodMartClub.code(line.promotion()));
        PurchaseLine.Price price = PurchaseLine.Price.of(BigMoney.of(FoodMartClub.CURRENCY, amount));
        return new PurchaseLine(line.number(), article, quantity, price, returnOf);
    }
}
