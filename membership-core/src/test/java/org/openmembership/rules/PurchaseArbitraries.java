package org.openmembership.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openmembership.document.ConditionArbitraries;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.ExchangeRate;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
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

/** Sales over the same few codes as {@link ClubArbitraries}; some lines come back, some name what they give back. */
final class PurchaseArbitraries {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private PurchaseArbitraries() {}

    static Arbitrary<Purchase> purchases() {
        Arbitrary<Instant> times = Arbitraries.longs().between(0, 21 * 86_400L).map(FIRST::plusSeconds);
        Arbitrary<CurrencyUnit> currencies =
                Arbitraries.frequency(Tuple.of(5, CurrencyUnit.EUR), Tuple.of(1, CurrencyUnit.USD));
        Arbitrary<Purchase.Place> places = Combinators.combine(
                        ConditionArbitraries.codes("store-", 2, StoreCode::of),
                        ConditionArbitraries.codes("channel-", 2, Channel::of))
                .as((store, channel) -> new Purchase.Place(store, null, channel, null));
        return currencies.flatMap(currency -> Combinators.combine(
                        times, places, lines(currency), tenders(currency), grounds())
                .as((time, place, lines, tenders, grounds) -> new Purchase(
                        ExternalKey.of("till-1", "receipt-1"),
                        time,
                        place,
                        Buyer.GUEST,
                        new Purchase.Content(currency, lines, tenders, grounds))));
    }

    private static Arbitrary<Purchase.Grounds> grounds() {
        return Combinators.combine(
                        ConditionArbitraries.codes("prices-", 2, PriceGroup::of).injectNull(0.5),
                        ConditionArbitraries.codes("attribute-", 3, AttributeCode::of)
                                .set()
                                .ofMaxSize(2),
                        Arbitraries.of("0.9", "1.08765432", "3"))
                .as((prices, attributes, rate) ->
                        new Purchase.Grounds(prices, attributes, ExchangeRate.of("EUR", rate)));
    }

    private static Arbitrary<List<PurchaseLine>> lines(CurrencyUnit currency) {
        return Combinators.combine(
                        articles(),
                        quantities(),
                        amounts(4),
                        amounts(2),
                        Arbitraries.integers().between(0, 9))
                .as((article, quantity, amount, tax, dice) -> line(article, quantity, amount, tax, dice, currency))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(PurchaseArbitraries::numbered);
    }

    private static PurchaseLine line(
            Article article, BigDecimal quantity, BigDecimal amount, BigDecimal tax, int dice, CurrencyUnit currency) {
        boolean isReturn = dice >= 7;
        BigDecimal sign = isReturn ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        PurchaseLine.Price price = new PurchaseLine.Price(
                BigMoney.of(currency, amount.multiply(sign)),
                BigMoney.of(currency, tax.min(amount).multiply(sign)),
                BigMoney.zero(currency));
        OriginalLine original = dice == 9 ? new OriginalLine(ExternalKey.of("till-1", "earlier"), 1) : null;
        return new PurchaseLine(1, article, quantity.multiply(sign), price, original);
    }

    private static List<PurchaseLine> numbered(List<PurchaseLine> lines) {
        List<PurchaseLine> numbered = new ArrayList<>();
        for (PurchaseLine line : lines) {
            numbered.add(new PurchaseLine(
                    numbered.size() + 1, line.article(), line.quantity(), line.price(), line.returnOf()));
        }
        return numbered;
    }

    private static Arbitrary<Article> articles() {
        Arbitrary<List<GroupCode>> categories = ConditionArbitraries.codes("category-", 4, GroupCode::of)
                .list()
                .uniqueElements()
                .ofMaxSize(3);
        Arbitrary<Set<GroupCode>> groups =
                ConditionArbitraries.codes("group-", 3, GroupCode::of).set().ofMaxSize(2);
        Arbitrary<PromotionCode> promotions =
                ConditionArbitraries.codes("promotion-", 3, PromotionCode::of).injectNull(0.5);
        return Combinators.combine(ConditionArbitraries.codes("sku-", 4, Sku::of), categories, groups, promotions)
                .as(Article::new);
    }

    private static Arbitrary<List<Tender>> tenders(CurrencyUnit currency) {
        return Combinators.combine(ConditionArbitraries.codes("tender-", 3, TenderType::of), amounts(2))
                .as((type, amount) -> new Tender(type, Money.of(currency, amount)))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<BigDecimal> quantities() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.5"), BigDecimal.TEN)
                .ofScale(1);
    }

    private static Arbitrary<BigDecimal> amounts(int scale) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(200))
                .ofScale(scale);
    }
}
