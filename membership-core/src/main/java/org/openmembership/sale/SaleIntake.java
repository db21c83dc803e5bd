package org.openmembership.sale;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.openmembership.card.CardNumber;
import org.openmembership.customer.EmailAddress;
import org.openmembership.customer.EmailKey;
import org.openmembership.intake.Intake;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.ExchangeRate;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.request.Violation;
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

/** Makes a purchase of a form, or reports all that is wrong with it. */
final class SaleIntake {
    private final Intake intake;

    private SaleIntake(Intake intake) {
        this.intake = intake;
    }

    static Purchase read(SaleDraft draft, List<Violation> broken) {
        return new SaleIntake(Intake.of(broken)).purchase(draft);
    }

    private Purchase purchase(SaleDraft draft) {
        ExternalKey key = key("", draft.source(), draft.number());
        Purchase.Place place = place(draft.place());
        Buyer buyer = buyer(draft.buyer());
        CurrencyUnit currency = code("currency", draft.currency(), SaleIntake::currency);
        CurrencyUnit unit = currency == null ? CurrencyUnit.EUR : currency;
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            PurchaseLine line = line("lines[" + i + "]", i + 1, draft.lines().get(i), unit);
            if (line != null) {
                lines.add(line);
            }
        }
        List<Tender> tenders = new ArrayList<>();
        for (int i = 0; i < draft.payments().size(); i++) {
            Tender tender = tender("payments[" + i + "]", draft.payments().get(i), unit);
            if (tender != null) {
                tenders.add(tender);
            }
        }
        Purchase.Grounds grounds = grounds(draft.grounds());
        intake.finish();

        Purchase purchase = intake.take(
                "purchasedAt",
                () -> new Purchase(
                        requireNonNull(key),
                        requireNonNull(draft.purchasedAt()),
                        requireNonNull(place),
                        buyer,
                        new Purchase.Content(unit, lines, tenders, grounds)));
        intake.finish();
        return requireNonNull(purchase);
    }

    private Purchase.@Nullable Place place(SaleDraft.@Nullable Place place) {
        if (place == null) {
            return null;
        }
        StoreCode store = code("place.store", place.store(), StoreCode::of);
        TillCode till = code("place.till", place.till(), TillCode::of);
        Channel channel = code("place.channel", place.channel(), Channel::of);
        intake.text("place.orderType", place.orderType(), Purchase.Place.MAX_ORDER_TYPE);
        return store == null || channel == null || intake.isWrong("place")
                ? null
                : new Purchase.Place(store, till, channel, place.orderType());
    }

    private Buyer buyer(SaleDraft.@Nullable Buyer buyer) {
        if (buyer == null) {
            return Buyer.GUEST;
        }
        CardNumber card = code("buyer.card", buyer.card(), CardNumber::of);
        MemberId member = code("buyer.memberId", buyer.memberId(), MemberId::of);
        boolean numbered = buyer.customerSource() != null || buyer.customerNumber() != null;
        ExternalKey reference = numbered ? customer(buyer) : null;
        // only looked up here: whether it may be anybody's was decided where it was registered
        EmailKey email = code(
                "buyer.email",
                buyer.email(),
                typed -> EmailAddress.international(typed).key());
        return new Buyer(card, member, null, reference, email);
    }

    private @Nullable ExternalKey customer(SaleDraft.Buyer buyer) {
        intake.check("buyer.customerSource", buyer.customerSource() == null ? "must not be null" : null);
        intake.check("buyer.customerNumber", buyer.customerNumber() == null ? "must not be null" : null);
        intake.text("buyer.customerSource", buyer.customerSource(), ExternalKey.MAX_SOURCE);
        intake.text("buyer.customerNumber", buyer.customerNumber(), ExternalKey.MAX_VALUE);
        boolean wrong = intake.isWrong("buyer.customerSource") || intake.isWrong("buyer.customerNumber");
        return wrong
                ? null
                : ExternalKey.of(requireNonNull(buyer.customerSource()), requireNonNull(buyer.customerNumber()));
    }

    private @Nullable PurchaseLine line(String path, int number, SaleDraft.@Nullable Line line, CurrencyUnit currency) {
        if (line == null) {
            return null;
        }
        Sku sku = code(path + ".sku", line.sku(), Sku::of);
        List<GroupCode> categories = codes(path + ".categories", line.categories(), GroupCode::of);
        Set<GroupCode> groups = new HashSet<>(codes(path + ".specialGroups", line.specialGroups(), GroupCode::of));
        PromotionCode promotion = code(path + ".promotion", line.promotion(), PromotionCode::of);
        size(path + ".quantity", line.quantity());
        size(path + ".amount", line.amount());
        size(path + ".tax", line.tax());
        size(path + ".discount", line.discount());
        SaleDraft.Original original = line.returnOf();
        ExternalKey returned = original == null ? null : key(path + ".returnOf.", original.source(), original.number());
        if (intake.isWrong(path)) {
            return null;
        }
        return intake.take(
                path,
                () -> new PurchaseLine(
                        number,
                        new Article(requireNonNull(sku), categories, groups, promotion),
                        requireNonNull(line.quantity()),
                        new PurchaseLine.Price(
                                money(currency, requireNonNull(line.amount())),
                                money(currency, line.tax()),
                                money(currency, line.discount())),
                        original == null ? null : new OriginalLine(requireNonNull(returned), original.line())));
    }

    private @Nullable Tender tender(String path, SaleDraft.@Nullable Payment payment, CurrencyUnit currency) {
        if (payment == null) {
            return null;
        }
        TenderType type = code(path + ".type", payment.type(), TenderType::of);
        size(path + ".amount", payment.amount());
        Money amount = code(path + ".amount", payment.amount(), value -> exact(currency, value));
        return type == null || amount == null ? null : new Tender(type, amount);
    }

    private Purchase.Grounds grounds(SaleDraft.@Nullable Grounds grounds) {
        if (grounds == null) {
            return Purchase.Grounds.NONE;
        }
        PriceGroup prices = code("grounds.priceGroup", grounds.priceGroup(), PriceGroup::of);
        Set<AttributeCode> attributes =
                new HashSet<>(codes("grounds.attributes", grounds.attributes(), AttributeCode::of));
        CurrencyUnit other = code("grounds.rateCurrency", grounds.rateCurrency(), SaleIntake::currency);
        BigDecimal rate = grounds.rate();
        boolean half = (rate == null) != (grounds.rateCurrency() == null);
        intake.check("grounds.rate", half ? "must be there together with rateCurrency" : null);
        size("grounds.rate", rate);
        ExchangeRate exchange = other == null || rate == null || intake.isWrong("grounds.rate")
                ? null
                : intake.take("grounds.rate", () -> new ExchangeRate(other, rate));
        return new Purchase.Grounds(prices, attributes, exchange);
    }

    private static CurrencyUnit currency(String text) {
        try {
            return CurrencyUnit.of(text);
        } catch (IllegalCurrencyException unknown) {
            throw new IllegalArgumentException("must be a known currency such as EUR", unknown);
        }
    }

    /** Keeps numbers out whose digits alone would fill the memory. */
    private void size(String path, @Nullable BigDecimal value) {
        boolean huge = value != null && ((long) value.precision() - value.scale() > 15 || value.scale() > 15);
        intake.check(path, huge ? "must stay below 10^11 and have at most 4 decimals" : null);
    }

    private static Money exact(CurrencyUnit currency, BigDecimal value) {
        try {
            return Money.of(currency, value);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException("must have no more decimals than " + currency + " has", tooFine);
        }
    }

    private static BigMoney money(CurrencyUnit currency, @Nullable BigDecimal amount) {
        return amount == null ? BigMoney.zero(currency) : BigMoney.of(currency, amount);
    }

    private <T> List<T> codes(String path, List<String> texts, Function<String, T> noun) {
        List<T> codes = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            T code = code(path + "[" + i + "]", texts.get(i), noun);
            if (code != null) {
                codes.add(code);
            }
        }
        return codes;
    }

    private @Nullable ExternalKey key(String prefix, @Nullable String source, @Nullable String number) {
        intake.text(prefix + "source", source, ExternalKey.MAX_SOURCE);
        intake.text(prefix + "number", number, ExternalKey.MAX_VALUE);
        boolean wrong = intake.isWrong(prefix + "source") || intake.isWrong(prefix + "number");
        return wrong || source == null || number == null ? null : ExternalKey.of(source, number);
    }

    private <V, T> @Nullable T code(String path, @Nullable V value, Function<V, T> noun) {
        return value == null ? null : intake.take(path, () -> noun.apply(value));
    }
}
