package org.openmembership.story;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openmembership.member.MemberId;
import org.openmembership.purchase.Article;
import org.openmembership.purchase.Buyer;
import org.openmembership.purchase.OriginalLine;
import org.openmembership.purchase.Purchase;
import org.openmembership.purchase.PurchaseLine;
import org.openmembership.purchase.Tender;
import org.openmembership.reference.ModelSale;
import org.openmembership.shared.ExternalKey;
import org.openmembership.shared.TenderType;
import org.openmembership.story.Story.Back;
import org.openmembership.story.Story.Item;
import org.openmembership.story.Story.Step;

/** Fills in the receipts of a story: their numbers, and what of earlier lines comes back. */
final class Selling {
    private final List<ModelSale> receipts = new ArrayList<>();

    /** The sale of a step, as the model takes it. */
    ModelSale sale(Step.Sell step, List<String> accounts, Instant now) {
        boolean fresh = step.receipt() == Story.FRESH || receipts.isEmpty();
        String key = fresh ? key(receipts.size()) : key(step.receipt() % receipts.size());
        List<ModelSale.Line> lines = new ArrayList<>();
        for (Item item : step.items()) {
            lines.add(new ModelSale.Line(item.article(), BigDecimal.valueOf(item.pieces()), item.amount(), null));
        }
        step.backs().forEach(back -> lines.add(line(back)));
        ModelSale sale =
                new ModelSale(key, accounts, now.minus(step.late()), step.foreign(), lines, tenders(step, lines));
        if (fresh) {
            receipts.add(sale);
        }
        return sale;
    }

    private static ModelSale.Tenders tenders(Step.Sell step, List<ModelSale.Line> lines) {
        BigDecimal sold = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (ModelSale.Line line : lines) {
            sold = line.back() == null ? sold.add(line.amount()) : sold;
            total = total.add(line.amount());
        }
        BigDecimal base = step.inPoints() < 0 ? total.negate() : sold;
        BigDecimal points = cents(base.max(BigDecimal.ZERO).multiply(BigDecimal.valueOf(step.inPoints(), 2)));
        BigDecimal others = points.signum() < 0 ? cents(total.subtract(points)) : BigDecimal.ZERO;
        return new ModelSale.Tenders(points, others);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.DOWN);
    }

    private ModelSale.Line line(Back back) {
        int receipt = receipts.size() - 1 - back.receipt() % (receipts.size() + 1);
        if (receipt < 0) {
            ModelSale.Original notYet = new ModelSale.Original(key(receipts.size()), 1);
            return new ModelSale.Line(
                    ModelSale.Article.PLAIN, BigDecimal.ONE.negate(), BigDecimal.TEN.negate(), notYet);
        }
        List<ModelSale.Line> lines = receipts.get(receipt).lines();
        int number = back.line() % lines.size();
        ModelSale.Line sold = lines.get(number);
        return new ModelSale.Line(
                sold.article(),
                part(sold.quantity(), back.percent()).min(new BigDecimal("-0.0001")),
                part(sold.amount(), back.percent()),
                new ModelSale.Original(key(receipt), number + 1));
    }

    private static BigDecimal part(BigDecimal whole, int percent) {
        return whole.abs()
                .multiply(BigDecimal.valueOf(percent, 2))
                .setScale(4, RoundingMode.DOWN)
                .negate();
    }

    private static String key(int receipt) {
        return "receipt-" + receipt;
    }

    /** The same sale, as the library takes it. */
    static Purchase purchase(ModelSale sale, Buyer buyer) {
        CurrencyUnit currency = sale.foreign() ? CurrencyUnit.USD : CurrencyUnit.EUR;
        List<PurchaseLine> lines = new ArrayList<>();
        for (ModelSale.Line line : sale.lines()) {
            ModelSale.Original back = line.back();
            lines.add(new PurchaseLine(
                    lines.size() + 1,
                    Article.of(line.article().name()),
                    line.quantity(),
                    new PurchaseLine.Price(
                            BigMoney.of(currency, line.amount()),
                            BigMoney.of(currency, line.tax()),
                            BigMoney.zero(currency)),
                    back == null ? null : new OriginalLine(ExternalKey.of("story", back.key()), back.line())));
        }
        return new Purchase(
                ExternalKey.of("story", sale.key()),
                sale.at(),
                Purchase.Place.of("store-1", "SHOP"),
                buyer,
                new Purchase.Content(currency, lines, tenders(sale, currency)));
    }

    private static List<Tender> tenders(ModelSale sale, CurrencyUnit currency) {
        List<Tender> tenders = new ArrayList<>();
        add(tenders, "POINTS", sale.tenders().points(), currency);
        add(tenders, "CASH", sale.tenders().others(), currency);
        return tenders;
    }

    private static void add(List<Tender> tenders, String type, BigDecimal amount, CurrencyUnit currency) {
        if (amount.signum() != 0) {
            tenders.add(new Tender(TenderType.of(type), Money.of(currency, amount)));
        }
    }

    static Buyer buyer(int number, List<MemberId> members) {
        if (number == Story.GUEST) {
            return Buyer.GUEST;
        }
        return Buyer.member(number < members.size() ? members.get(number) : MemberId.of("nobody"));
    }
}
